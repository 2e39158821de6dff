import { AccountsModule, Assets } from '@app/accounts';
import { Holds, holdsCapability, HoldsModule } from '@app/holds';
import { Journal } from '@app/ledger';
import { authorise, capture, keyOf, topup } from '../support/postings.js';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let holds: OpenModule;
beforeAll(async () => {
  holds = await openModuleOnLedger([holdsCapability], HoldsModule, AccountsModule);
  await holds.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
});
afterAll(() => holds.close());

it('finds a hold as its postings left it', async () => {
  const journal = holds.get(Journal);
  await journal.post(topup('alice', 100), keyOf());
  const authorised = await journal.post(authorise('alice', 30), keyOf());
  const holdId = 'transaction' in authorised ? authorised.transaction.id : '';
  const account = { userId: 'alice', asset: 'GOLD' };
  const find = () => holds.get(Holds).find({ ...account, holdId });
  expect(await find()).toMatchObject({ ...account, id: holdId, amount: 30, captured: 0, status: 'open' });
  await journal.post(capture('alice', holdId, 10), keyOf());
  expect(await find()).toMatchObject({ captured: 10, released: 20, status: 'captured' });
  expect(await holds.get(Holds).list({ ...account, limit: 5, status: 'open' })).toEqual([]);
});
