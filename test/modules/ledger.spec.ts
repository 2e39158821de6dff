import { AccountsModule, Assets, Balances } from '@app/accounts';
import { AccountVerification, Audits, History, Journal, Verification } from '@app/ledger';
import { keyOf, topup } from '../support/postings.js';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let ledger: OpenModule;
beforeAll(async () => {
  ledger = await openModuleOnLedger([], AccountsModule);
  await ledger.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
});
afterAll(() => ledger.close());

it('posts, reads and proves a transaction', async () => {
  const outcome = await ledger.get(Journal).post(topup('alice', 5), keyOf());
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  const { id } = outcome.transaction;
  expect(await ledger.get(History).transaction(id)).toMatchObject({ id, type: 'topup' });
  expect(await ledger.get(Balances).ofUser('alice')).toMatchObject([{ asset: 'GOLD', balance: 5 }]);

  const account = { userId: 'alice', asset: 'GOLD' };
  expect(await ledger.get(AccountVerification).verify(account)).toMatchObject({ ok: true, entries: 1 });
  expect(await ledger.get(Verification).verify()).toMatchObject({ ok: true });
  expect(await ledger.get(Audits).progress()).toHaveProperty('state');
});
