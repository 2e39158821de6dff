import type { Browser } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { describeInChromium } from './support/chromium.js';
import { openChromium, Visitor } from './support/visitor.js';

/** A write of the console whose answer is lost after the service committed it. */
describeInChromium('a top-up in the console', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  let keys: (string | undefined)[];
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
  });
  beforeEach(async () => {
    visitor = await Visitor.come(browser, service.url);
    keys = [];
    visitor.page.on('request', (request) => {
      if (request.url().endsWith('/topup')) keys.push(request.headers()['idempotency-key']);
    });
    await visitor.signIn();
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await service.audit();
    await service.close();
  });

  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const field = (name: string) => visitor.page.getByRole('main').getByLabel(name, { exact: true });
  const outcome = () => visitor.page.getByRole('region', { name: 'Outcome' });
  const unsettled = () => visitor.page.getByText(/has no outcome yet and may have been executed/);

  async function balanceOf(userId: string): Promise<number> {
    const { json } = await service.client.get(`/v1/wallets/${userId}/GOLD`);
    return (json as { balance: number }).balance;
  }

  async function fill(userId: string): Promise<void> {
    await visitor.goTo('Do');
    await visitor.page.getByRole('tab', { name: 'Top up', exact: true }).click();
    await field('User id').fill(userId);
  }

  /** The service commits the next top-up, but the browser gets no answer or a substitute. */
  async function loseNextAnswer(instead?: { status: number; code: string }): Promise<void> {
    await visitor.page.route(
      '**/topup',
      async (route) => {
        await route.fetch();
        if (!instead) return route.abort('connectionreset');
        const { status, code } = instead;
        return route.fulfill({
          status,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: code, detail: code, status, code }),
        });
      },
      { times: 1 },
    );
  }

  it.each([
    ['lost', undefined],
    ['a 503', { status: 503, code: 'outcome-unknown' }],
    ['a 500', { status: 500, code: 'internal' }],
  ])('is credited once when its answer is %s and the user retries', async (answer, instead) => {
    const userId = `lost-${answer.replaceAll(' ', '-')}`;
    await loseNextAnswer(instead);
    await fill(userId);
    await button('Send').click();
    await unsettled().waitFor();
    expect(await button('Send').count()).toBe(0);
    expect(await field('Amount').count()).toBe(0);
    expect(await field('Idempotency-Key').inputValue()).toBe(keys[0]);

    await button('Retry with the same key').click();
    await outcome().getByText('Settled').waitFor();
    expect(await outcome().textContent()).toContain('GOLD: 0 → 30 (+30)');
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await balanceOf(userId)).toBe(30);
    await button('Send').waitFor();
  });

  it('keeps its key when the page is reloaded before the answer', async () => {
    await fill('reloading');
    const committed = new Promise<void>((resolve) => {
      void visitor.page.route(
        '**/topup',
        async (route) => {
          await route.fetch();
          resolve();
        },
        { times: 1 },
      );
    });
    await button('Send').click();
    await committed;
    await visitor.page.reload();
    await unsettled().waitFor();
    await button('Retry with the same key').click();
    await outcome().getByText('Settled').waitFor();
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await balanceOf('reloading')).toBe(30);
  });

  it('gets another key only for a new operation', async () => {
    await loseNextAnswer();
    await fill('twice');
    await button('Send').click();
    await button('Start a new operation').click();
    await button('Send').click();
    await outcome().getByText('Done: sent once, one effect').waitFor();
    expect(new Set(keys).size).toBe(2);
    expect(await balanceOf('twice')).toBe(60);
  });

  it('is sent once by a double click', async () => {
    await fill('double');
    await button('Send').dblclick();
    await outcome().getByText('one effect').waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(await balanceOf('double')).toBe(30);
  });
});
