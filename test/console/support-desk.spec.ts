import type { Browser } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { describeInChromium } from './support/chromium.js';
import { openChromium, Visitor } from './support/visitor.js';

/** What a support agent does in the console: adjustments, holds and reversals. */
describeInChromium('a support agent', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
  });
  beforeEach(async () => {
    visitor = await Visitor.come(browser, service.url);
    await visitor.signIn();
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await service.audit();
    await service.close();
  });

  const post = async (path: string, body: object): Promise<string> => {
    const { status, json } = await service.client.post(`/v1/wallets/${path}`, body);
    expect(status).toBe(201);
    return String(json.id);
  };
  const outcome = () => visitor.page.getByRole('region', { name: 'Outcome' });
  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const link = (name: string) => visitor.page.getByRole('link', { name, exact: true });
  const field = (name: string) => visitor.page.getByRole('main').getByLabel(name, { exact: true });

  it('adjusts a balance with a reason', async () => {
    await post('carol/GOLD/topup', { amount: 100 });
    await visitor.find('carol');
    await link('Adjust').click();
    await field('Direction').selectOption('debit');
    await field('Amount').fill('30');
    await field('Reason').fill('Credited twice');
    await button('Send').click();
    await outcome().getByText('GOLD: 100 → 70 (−30)').waitFor();
    await visitor.goTo('Wallet');
    await visitor.find('carol');
    await visitor.page.getByText('Credited twice').first().waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('authorises a hold, sees what is available, and captures a part', async () => {
    await post('dora/GOLD/topup', { amount: 100 });
    await visitor.find('dora');
    expect(await link('Capture').count()).toBe(0);
    await link('Hold').click();
    await field('Amount').fill('40');
    await button('Send').click();
    await outcome().getByText('Done: sent once, one effect').waitFor();
    await visitor.goTo('Wallet');
    await visitor.find('dora');
    await visitor.page.getByText('60 available, 40 held').waitFor();
    await link('Capture').click();
    await field('Amount (everything left if empty)').fill('25');
    await button('Send').click();
    await outcome().getByText('GOLD: 100 → 75 (−25)').waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('voids a hold', async () => {
    await post('erin/GOLD/topup', { amount: 50 });
    await post('erin/GOLD/holds', { amount: 50 });
    await visitor.find('erin');
    await link('Void').click();
    await button('Send').click();
    await outcome().getByText('No balance of erin changed.').waitFor();
    await visitor.goTo('Wallet');
    await visitor.find('erin');
    await visitor.page.getByText('1 movement').waitFor();
    await visitor.page.getByText('50 held').waitFor({ state: 'detached' });
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('reverses a part of a spend, and sees what is left', async () => {
    await post('fred/GOLD/topup', { amount: 100 });
    const id = await post('fred/GOLD/spend', { amount: 60 });
    await visitor.open(`/wallet/fred?transaction=${id}`);
    await visitor.page.getByText('0 reversed, 60 left').waitFor();
    await link('Reverse').click();
    await field('Amount (everything left if empty)').fill('20');
    await button('Send').click();
    await outcome().getByText('GOLD: 40 → 60 (+20)').waitFor();
    await visitor.open(`/wallet/fred?transaction=${id}`);
    await visitor.page.getByText('20 reversed, 40 left').waitFor();
    await visitor.page.getByText(/^−20 refund on /).waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });
});
