import type { Browser } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { describeInChromium } from './support/chromium.js';
import { openChromium, Visitor } from './support/visitor.js';

/** The console in a real browser, on the real service. */
describeInChromium('a user of the console', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
  });
  beforeEach(async () => {
    visitor = await Visitor.come(browser, service.url);
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await service.audit();
    await service.close();
  });

  async function balanceOf(userId: string, asset = 'GOLD'): Promise<number> {
    const { json } = await service.client.get(`/v1/wallets/${userId}/${asset}`);
    return (json as { balance: number }).balance;
  }

  async function invariants(): Promise<{ name: string }[]> {
    const { json } = await service.client.get('/v1/ledger/verification/progress');
    return (json as { invariants: { name: string }[] }).invariants;
  }

  async function topUp(userId: string, amount: number): Promise<void> {
    const { status } = await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount });
    expect(status).toBe(201);
  }

  const outcome = () => visitor.page.getByRole('region', { name: 'Outcome' });
  const answer = () => visitor.page.getByRole('region', { name: 'HTTP answer' });
  const request = () => visitor.page.getByRole('region', { name: 'HTTP request' });
  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const field = (name: string) => visitor.page.getByRole('main').getByLabel(name, { exact: true });

  async function fillDo(action: string, values: Record<string, string>): Promise<void> {
    await visitor.goTo('Do');
    await visitor.page.getByRole('tab', { name: action, exact: true }).click();
    for (const [name, value] of Object.entries(values)) await field(name).fill(value);
  }

  it('signs in with one click if there are demo keys, and signs out', async () => {
    await visitor.signIn();
    await visitor.page.getByRole('link', { name: 'alice', exact: true }).waitFor();
    expect(await visitor.page.evaluate('Object.keys(localStorage)')).toEqual([]);
    await button('Sign out').click();
    await visitor.page.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
    expect(await visitor.page.evaluate('Object.keys(sessionStorage)')).toEqual([]);
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('sees an explanation for an unknown key', async () => {
    await visitor.open('');
    await visitor.page.getByRole('textbox', { name: 'API key' }).fill('wk_unknown');
    await button('Sign in').click();
    const alert = visitor.page.getByRole('alert');
    await alert.getByText('The caller is not known').waitFor();
    expect(await alert.textContent()).toContain('401 unauthenticated');
    await alert.getByRole('button', { name: 'Copy request id' }).waitFor();
    expect(visitor.complaintsExcept(401)).toEqual([]);
  });

  it('finds alice and her balances', async () => {
    await visitor.signIn();
    await visitor.find('alice');
    const balances = visitor.page.getByRole('group', { name: 'Balances' });
    await balances.getByText('1,000', { exact: true }).waitFor();
    expect(await balances.getByRole('button').allTextContents()).toEqual([
      'DiamondsDIAMOND101 movement',
      'Gold CoinsGOLD1,0001 movement',
      'Loyalty PointsLOYALTY1001 movement',
      'Silver CoinsSILVER5001 movement',
    ]);
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it.each(['first+last@example.com', 'steam:7656', 'auth0|5f7c~!'])(
    'reaches the wallet of %s by link, search and URL',
    async (userId) => {
      await topUp(encodeURIComponent(userId), 7);
      const shown = () =>
        visitor.page.getByRole('group', { name: 'Balances' }).getByText('7', { exact: true }).waitFor();
      await visitor.signIn();
      await visitor.page.getByRole('link', { name: userId, exact: true }).click();
      await shown();
      await visitor.page.reload();
      await shown();
      await visitor.goTo('Wallet');
      await visitor.find(userId);
      await shown();
      for (const spelling of [userId, encodeURIComponent(userId)]) {
        await visitor.open(`/wallet/${spelling}`);
        await shown();
      }
      expect(visitor.complaintsExcept()).toEqual([]);
    },
  );

  it('sees an asset created after the user as never used', async () => {
    await service.client.post('/v1/users', { userId: 'early' });
    await service.client.post('/v1/assets', { code: 'EMERALD', name: 'Emeralds' });
    await visitor.signIn();
    await visitor.find('early');
    await visitor.page.getByRole('button', { name: /^Emeralds .* never used$/ }).click();
    await visitor.page.getByText('Nothing has moved yet', { exact: true }).waitFor();
    await visitor.page.getByText('Before the first movement of this account.').waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('sees that a user does not exist', async () => {
    await visitor.signIn();
    await visitor.find('ghost');
    await visitor.page.getByRole('alert').getByText('404 user-not-found').first().waitFor();
    expect(visitor.complaintsExcept(404)).toEqual([]);
  });

  it('spends, retries with the same key, and sees the replay', async () => {
    await topUp('erin', 100);
    await visitor.signIn();
    await fillDo('Spend', { 'User id': 'erin', Amount: '30' });
    const key = await field('Idempotency-Key').inputValue();
    await button('Send').click();
    await outcome().getByText('Done: sent once, one effect').waitFor();
    expect(await outcome().textContent()).toContain('GOLD: 100 → 70 (−30)');
    expect(await request().textContent()).toContain(`Idempotency-Key: ${key}`);
    expect(await answer().textContent()).toContain('HTTP/1.1 201 Created');

    await button('Retry with the same key').click();
    await visitor.page.getByText('Replayed', { exact: true }).waitFor();
    await visitor.page.getByText('Same bytes as the first').waitFor();
    expect(await request().textContent()).toContain(`Idempotency-Key: ${key}`);
    expect(await answer().textContent()).toContain('Idempotency-Replayed: true');
    expect(await outcome().textContent()).toContain('No balance of erin changed');
    expect(await balanceOf('erin')).toBe(70);
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('gets another key for another operation', async () => {
    await topUp('fred', 100);
    await visitor.signIn();
    await fillDo('Spend', { 'User id': 'fred', Amount: '10' });
    await button('Send').click();
    await outcome().getByText('one effect').waitFor();
    await field('Amount').fill('20');
    await button('Send').click();
    await outcome().getByText('(−20)').waitFor();
    expect(await balanceOf('fred')).toBe(70);
  });

  it('sends 20 copies at once and sees one effect', async () => {
    await topUp('grace', 100);
    await visitor.signIn();
    await fillDo('Spend', { 'User id': 'grace', Amount: '30' });
    await button('Send 20 at once').click();
    await outcome().getByText('Sent 20 times, one effect').waitFor();
    const text = await outcome().textContent();
    expect(text).toContain('GOLD: 100 → 70 (−30)');
    expect(text).toContain('1 executed, 19 replayed');
    expect(await balanceOf('grace')).toBe(70);
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('converts, completes a task and buys an item', async () => {
    await visitor.signIn();
    await fillDo('Convert', { 'User id': 'bob' });
    await field('Rate').selectOption('SILVER/GOLD');
    await button('Send').click();
    await outcome().getByText('SILVER: 250 → 200 (−50)').waitFor();
    await outcome().getByText('GOLD: 500 → 501 (+1)').waitFor();

    await fillDo('Complete a task', { 'User id': 'bob' });
    await field('Task').selectOption('tutorial');
    await button('Send').click();
    await outcome().getByText('GOLD: 501 → 551 (+50)').waitFor();

    await fillDo('Buy an item', { 'User id': 'bob', Quantity: '2' });
    await field('Item').selectOption('iron-sword');
    await button('Send').click();
    await outcome().getByText('GOLD: 551 → 311 (−240)').waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('sees the reason of a refusal', async () => {
    await topUp('ida', 5);
    await visitor.signIn();
    await fillDo('Spend', { 'User id': 'ida', Amount: '6' });
    await button('Send').click();
    await outcome().getByText('Refused: nothing happened').waitFor();
    expect(await answer().textContent()).toContain('"code": "insufficient-funds"');
    expect(visitor.complaintsExcept(422)).toEqual([]);
  });

  it('cannot credit a retired asset, but can spend it', async () => {
    const assets = [
      { code: 'TOPAZ', name: 'Topazes' },
      { code: 'ZIRCON', name: 'Zircons' },
    ];
    for (const asset of assets) await service.client.post('/v1/assets', asset);
    await service.client.post('/v1/wallets/olga/TOPAZ/topup', { amount: 20 });
    await service.client.patch('/v1/assets/TOPAZ', { retired: true });
    await visitor.signIn();
    await visitor.find('olga');
    await visitor.page.getByRole('button', { name: /^Topazes .*retired, 1 movement$/ }).waitFor();
    expect(await visitor.page.getByRole('link', { name: 'Top up', exact: true }).count()).toBe(0);

    await visitor.page.getByRole('link', { name: 'Spend', exact: true }).click();
    await field('Amount').fill('5');
    await button('Send').click();
    await outcome().getByText('TOPAZ: 20 → 15 (−5)').waitFor();

    await visitor.page.getByRole('tab', { name: 'Top up', exact: true }).click();
    const offered = await field('Asset').getByRole('option').allTextContents();
    expect(offered).toContain('Zircons (ZIRCON)');
    expect(offered.filter((option) => option.includes('TOPAZ'))).toEqual([]);
    await button('Send').click();
    await outcome().getByText('Done: sent once, one effect').waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('pages through a statement, and back', async () => {
    for (let amount = 1; amount <= 33; amount += 1) await topUp('henry', amount);
    await visitor.signIn();
    await visitor.find('henry');
    const rows = visitor.page.getByRole('table', { name: /^Movements of henry/ }).getByRole('row');
    const versions = async () => {
      const texts = await rows.allTextContents();
      return texts.slice(1).map((text) => Number(/^\d+/.exec(text)?.[0]));
    };
    const down = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - index);
    await button('Older').waitFor();
    expect(await versions()).toEqual(down(33, 15));
    await button('Older').click();
    await visitor.page.getByText('Page 2').waitFor();
    await rows.getByText('+18', { exact: true }).waitFor();
    expect(await versions()).toEqual(down(18, 15));
    await button('Older').click();
    await rows.getByText('+3', { exact: true }).waitFor();
    expect(await versions()).toEqual(down(3, 3));
    expect(await button('Older').isDisabled()).toBe(true);
    await button('Newer').click();
    await rows.getByText('+18', { exact: true }).waitFor();
    expect(await versions()).toEqual(down(18, 15));
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('filters a statement by type', async () => {
    await topUp('jack', 50);
    await service.client.post('/v1/wallets/jack/GOLD/spend', { amount: 7 });
    await visitor.signIn();
    await visitor.find('jack');
    const table = visitor.page.getByRole('table', { name: /^Movements of jack/ });
    await table.getByText('Top-up').waitFor();
    await visitor.page.getByLabel('Show').selectOption('spend');
    await table.getByText('Top-up').waitFor({ state: 'detached' });
    await table.getByText('−7', { exact: true }).waitFor();
    expect(await table.getByRole('row').allTextContents()).toEqual([
      expect.any(String),
      expect.stringMatching(/^2Spend.*−743$/),
    ]);
    await visitor.page.getByLabel('Show').selectOption('reward');
    await visitor.page.getByText('No task reward in GOLD').waitFor();
  });

  it('reads the balance at a moment', async () => {
    await topUp('kate', 50);
    await visitor.signIn();
    await visitor.find('kate');
    const moment = field('Date and time, as on your clock');
    await moment.fill('2001-01-01T00:00:00');
    await visitor.page.getByText('Before the first movement of this account.').waitFor();
    await moment.fill(new Date(Date.now() + 60_000).toISOString().slice(0, 19));
    await visitor.page.getByText(/As movement 1 left it/).waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('opens a transaction with its entries, key and hashes, also by URL', async () => {
    const { json } = await service.client.post(
      '/v1/wallets/leo/GOLD/topup',
      { amount: 40, reference: 'order-17', metadata: { level: 7 } },
      'the-key-of-leo',
    );
    const { id } = json as { id: string };
    await visitor.signIn();
    await visitor.find('leo');
    await visitor.page.getByRole('button', { name: 'Top-up' }).click();
    const dialog = visitor.page.getByRole('dialog', { name: 'Top-up' });
    for (const text of [id, 'the-key-of-leo', 'of client demo-admin', '"level": 7', 'treasury', '−40 GOLD']) {
      await dialog.getByText(text).first().waitFor();
    }
    await dialog.getByText('client demo-admin', { exact: true }).waitFor();
    expect(await dialog.getByText('✓ intact').count()).toBe(2);
    expect(await dialog.getByText(/^[0-9a-f]{64}$/).count()).toBe(4);
    await visitor.page.waitForURL(({ searchParams }) => searchParams.get('transaction') === id);
    await visitor.page.reload();
    await dialog.getByText('the-key-of-leo').waitFor();
    await visitor.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // A closed dialog is hidden before its close event, which is what changes the URL.
    await visitor.page.waitForURL(({ searchParams }) => !searchParams.has('transaction'));
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('freezes a wallet, sees a spend refused, and releases it', async () => {
    await topUp('mary', 100);
    await visitor.signIn();
    await visitor.find('mary');
    await button('Freeze').click();
    await field('Reason').fill('chargeback 4711');
    await button('Freeze the wallet').click();
    await visitor.page.getByText(/^Frozen/).waitFor();
    await visitor.page.getByText('chargeback 4711').waitFor();

    await fillDo('Spend', { 'User id': 'mary', Amount: '10' });
    await button('Send').click();
    await outcome().getByText('Refused: nothing happened').waitFor();
    expect(await answer().textContent()).toContain('"code": "wallet-frozen"');
    expect(await balanceOf('mary')).toBe(100);

    await visitor.goTo('Wallet');
    await visitor.find('mary');
    await button('Unfreeze').click();
    await field('Reason').fill('settled');
    await button('Unfreeze the wallet').click();
    await visitor.page.getByText('Active', { exact: true }).waitFor();
    expect(visitor.complaintsExcept(422)).toEqual([]);
  });

  it('sees that freezing needs another key', async () => {
    await visitor.signIn('Demo game server');
    await visitor.find('alice');
    await button('Freeze').click();
    await field('Reason').fill('curious');
    await button('Freeze the wallet').click();
    await visitor.page.getByRole('alert').getByText('403 forbidden').waitFor();
    expect(visitor.complaintsExcept(403)).toEqual([]);
  });

  it('sees the economy move', async () => {
    await visitor.signIn();
    await visitor.goTo('Economy');
    const gold = visitor.page
      .getByRole('group', { name: 'In circulation' })
      .getByRole('button', { name: /^Gold Coins/ })
      .getByText(/^[\d,]+$/);
    const before = Number((await gold.textContent())?.replaceAll(',', ''));
    await topUp('nick', 12_345);
    await visitor.page.getByText((before + 12_345).toLocaleString('en'), { exact: true }).waitFor();
    await visitor.page.getByRole('link', { name: 'alice' }).waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('runs the audit, and verifies one chain', async () => {
    await visitor.signIn();
    await visitor.goTo('Integrity');
    await button('Run the audit').click();
    await visitor.page.getByText('Every invariant holds').waitFor();
    const table = visitor.page.getByRole('table', { name: 'Invariants of the ledger' });
    expect(await table.getByText('✓ holds').count()).toBe((await table.getByRole('row').count()) - 1);
    // Each has a sentence of explanation.
    const sentences = await table.locator('td:first-child > span:first-child').allTextContents();
    const names = (await invariants()).map(({ name }) => name);
    expect(sentences).toHaveLength(names.length);
    expect(sentences.filter((sentence) => names.includes(sentence))).toEqual([]);
    await button('Verify the chain').click();
    await visitor.page.getByText('✓ intact').waitFor();
    expect(visitor.complaintsExcept()).toEqual([]);
  });

  it('navigates the pages by keyboard', async () => {
    await visitor.signIn();
    await visitor.page.getByRole('link', { name: 'Do', exact: true }).focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('tab', { name: 'Spend', exact: true }).focus();
    await visitor.page.keyboard.press('ArrowLeft');
    await visitor.page.getByRole('heading', { name: 'Bonus' }).waitFor();
  });

  it('chooses a colour scheme that persists', async () => {
    const colours = () => visitor.page.evaluate('getComputedStyle(document.documentElement).colorScheme');
    await visitor.open('');
    expect(await colours()).toBe('light dark');
    await button('Colours: Auto').click();
    await button('Colours: Light').click();
    expect(await colours()).toBe('dark');
    await visitor.page.reload();
    await button('Colours: Dark').waitFor();
    expect(await colours()).toBe('dark');
  });

  describe('as a player', () => {
    it('sees and spends only their wallet', async () => {
      const password = 'correct horse battery staple';
      const { status } = await service.as('').send({
        method: 'POST',
        path: '/v1/auth/signup',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: 'paula', password }),
      });
      expect(status).toBe(201);
      await topUp('paula', 200);
      await visitor.open('');
      await visitor.page.getByRole('tab', { name: 'Player' }).click();
      await field('User id').fill('paula');
      await field('Password').fill(password);
      await button('Sign in').click();
      await visitor.page.getByRole('heading', { level: 1, name: 'paula' }).waitFor();
      const links = visitor.page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
      expect(await links.allTextContents()).toEqual(['Wallet', 'Do']);
      await visitor.page.getByRole('button', { name: 'Top-up' }).click();
      await visitor.page.getByRole('dialog').getByText('2 entries').waitFor();
      await button('Close').click();
      await visitor.page.getByRole('button', { name: 'Bonus' }).click();
      await visitor.page.getByRole('dialog').getByText('the house (welcome)').waitFor();
      await button('Close').click();

      await visitor.goTo('Do');
      expect(await visitor.page.getByRole('tab').allTextContents()).toEqual([
        'Convert',
        'Complete a task',
        'Buy an item',
      ]);
      await visitor.page.getByRole('tab', { name: 'Buy an item' }).click();
      await field('Item').selectOption('iron-sword');
      await button('Send').click();
      await outcome().getByText('(−120)').waitFor();
      await visitor.page.getByRole('link', { name: 'Look at the wallet of paula' }).click();
      await visitor.page.getByRole('button', { name: 'Purchase' }).click();
      await visitor.page.getByRole('dialog').getByText('the player', { exact: true }).waitFor();
      expect(visitor.complaintsExcept()).toEqual([]);
    });
  });
});
