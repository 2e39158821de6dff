import { AccountsModule, Assets, Balances, ShardMap } from '@app/accounts';
import { type OpenModule, openModule } from './support/open-module.js';

let accounts: OpenModule;
beforeAll(async () => {
  accounts = await openModule(AccountsModule);
});
afterAll(() => accounts.close());

it('stores assets, and finds no wallet of an unknown user', async () => {
  await accounts.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
  expect(await accounts.get(Assets).find('GOLD')).toMatchObject({ code: 'GOLD', retired: false });
  expect(await accounts.get(Balances).walletOf('alice')).toBeUndefined();
  expect(accounts.get(ShardMap).all).toContain(accounts.get(ShardMap).of('alice'));
});
