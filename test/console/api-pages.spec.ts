import type { Browser, Locator } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { describeInChromium } from './support/chromium.js';
import { answered, recordWrites, type SentWrite } from './support/sent-writes.js';
import { openChromium, Visitor } from './support/visitor.js';

/** The first steps with the API in a real browser, with the values that the pages prefill. */
describeInChromium('a reader of the API pages', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  let sent: SentWrite[];
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
  });
  beforeEach(async () => {
    visitor = await Visitor.come(browser, service.url);
    // Swagger UI rerenders every operation on each change.
    visitor.page.setDefaultTimeout(40_000);
    sent = recordWrites(visitor.page);
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await service.audit();
    await service.close();
  });

  const gold = async () => {
    const { json } = await service.client.get('/v1/wallets/alice/GOLD');
    return (json as { balance: number }).balance;
  };

  /** The service executes the request, but the browser gets no answer. */
  async function loseNextAnswer(): Promise<void> {
    await visitor.page.route(
      '**/v1/wallets/**',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
  }

  async function storedInBrowser(): Promise<string> {
    return JSON.stringify(await visitor.page.evaluate('[{...localStorage}, {...sessionStorage}]'));
  }

  describe('in Swagger UI', () => {
    const operation = (id: string) => visitor.page.locator(`.opblock[id$="-${id}"]`);
    const execute = (of: Locator) => of.getByRole('button', { name: 'Execute', exact: true });
    const repeat = (of: Locator) => of.getByRole('button', { name: 'Repeat with the same key' });
    const keyField = (of: Locator) => of.locator('tr[data-param-name="Idempotency-Key"] input');

    beforeEach(async () => {
      await visitor.page.goto(`${service.url}/docs`);
      await visitor.page.getByRole('button', { name: 'Authorize', exact: true }).click();
      const dialog = visitor.page.locator('.modal-ux');
      await dialog.getByRole('textbox').fill('demo-admin-key');
      await dialog.getByRole('button', { name: 'Apply credentials' }).click();
      await dialog.getByRole('button', { name: 'Close' }).first().click();
    });

    async function open(id: string): Promise<Locator> {
      const found = operation(id);
      await found.locator('.opblock-summary-control').first().click();
      await execute(found).waitFor();
      return found;
    }

    it('gives a bonus, then spends, with the prefilled values', async () => {
      const before = await gold();
      const bonus = await open('grantBonus');
      expect(await bonus.locator('textarea').first().inputValue()).toMatch(/^\{\s*"amount": 30,/);
      await answered(visitor.page, () => execute(bonus).click());
      const spend = await open('spend');
      await answered(visitor.page, () => execute(spend).click());
      expect(sent.map(({ path, status, replayed }) => ({ path, status, replayed }))).toEqual([
        { path: '/v1/wallets/alice/GOLD/bonus', status: 201, replayed: false },
        { path: '/v1/wallets/alice/GOLD/spend', status: 201, replayed: false },
      ]);
      expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
      expect(await gold()).toBe(before);
      expect(visitor.complaintsExcept()).toEqual([]);
    });

    it('executes an operation twice, then repeats it with the same key', async () => {
      const before = await gold();
      const bonus = await open('grantBonus');
      await answered(visitor.page, () => execute(bonus).click());
      await answered(visitor.page, () => execute(bonus).click());
      expect(await keyField(bonus).inputValue()).toBe(sent[1]?.key);
      await answered(visitor.page, () => repeat(bonus).click());
      expect(sent.map(({ status, replayed }) => ({ status, replayed }))).toEqual([
        { status: 201, replayed: false },
        { status: 201, replayed: false },
        { status: 201, replayed: true },
      ]);
      expect(sent[1]?.key).not.toBe(sent[0]?.key);
      expect(sent[2]?.key).toBe(sent[1]?.key);
      expect(await gold()).toBe(before + 60);
      expect(visitor.complaintsExcept()).toEqual([]);
    });

    it('sends a typed key each time', async () => {
      const bonus = await open('grantBonus');
      await keyField(bonus).fill('typed-by-hand');
      await answered(visitor.page, () => execute(bonus).click());
      await answered(visitor.page, () => execute(bonus).click());
      expect(sent.map(({ key, replayed }) => ({ key, replayed }))).toEqual([
        { key: 'typed-by-hand', replayed: false },
        { key: 'typed-by-hand', replayed: true },
      ]);
    });

    it('keeps the key of a request whose answer was lost even if the next attempt gets 401', async () => {
      const before = await gold();
      const bonus = await open('grantBonus');
      await loseNextAnswer();
      await execute(bonus).click();
      await bonus.getByText('Failed to fetch').first().waitFor();
      await visitor.page.route('**/v1/wallets/**', (route) => route.fulfill({ status: 401 }), { times: 1 });
      await answered(visitor.page, () => execute(bonus).click());
      await answered(visitor.page, () => execute(bonus).click());
      expect(sent.map(({ status, replayed }) => ({ status, replayed }))).toEqual([
        { status: 401, replayed: false },
        { status: 201, replayed: true },
      ]);
      expect(await gold()).toBe(before + 30);
    });

    it('forgets the API key on reload', async () => {
      expect(await storedInBrowser()).not.toContain('demo-admin-key');
      await visitor.page.reload({ waitUntil: 'domcontentloaded' });
      const spend = await open('spend');
      await answered(visitor.page, () => execute(spend).click());
      expect(sent.map(({ status }) => status)).toEqual([401]);
    });
  });
});
