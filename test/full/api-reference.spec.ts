import type { Browser } from 'playwright-core';
import { describeInChromium } from '../console/support/chromium.js';
import { answered, recordWrites } from '../console/support/sent-writes.js';
import { openChromium, Visitor } from '../console/support/visitor.js';
import { startService, type TestService } from '../support/test-service.js';

/** The first steps with the API at /reference, with the values that Scalar prefills. */
describeInChromium('a reader of the reference', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
    visitor = await Visitor.come(browser, service.url);
  });
  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    await service.audit();
    await service.close();
  });

  const gold = async () => {
    const { json } = await service.client.get('/v1/wallets/alice/GOLD');
    return (json as { balance: number }).balance;
  };

  it('gives a bonus, then spends with the prefilled values', async () => {
    const { page } = visitor;
    const sent = recordWrites(page);
    const before = await gold();
    await page.goto(`${service.url}/reference`);
    await page
      .getByRole('button', { name: /Test Request.*bonus/ })
      .first()
      .waitFor();
    await page
      .getByLabel(/bearer token/i)
      .first()
      .fill('demo-admin-key');
    for (const path of ['bonus', 'spend']) {
      await page
        .getByRole('button', { name: new RegExp(`Test Request.*${path}`, 'i') })
        .first()
        .click();
      const send = page.getByRole('button', { name: /^Send/, disabled: false }).first();
      await answered(page, () => send.click());
      // Scalar leaves Send disabled until it has shown the answer.
      await send.waitFor();
      await page.keyboard.press('Escape');
    }
    expect(sent.map(({ status, replayed }) => ({ status, replayed }))).toEqual([
      { status: 201, replayed: false },
      { status: 201, replayed: false },
    ]);
    expect(await gold()).toBe(before);
    expect(JSON.stringify(await page.evaluate('[{...localStorage}, {...sessionStorage}]'))).not.toContain(
      'demo-admin-key',
    );
  });
});
