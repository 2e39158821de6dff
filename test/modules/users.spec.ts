import { AccountsModule, Assets, Balances } from '@app/accounts';
import { UserRegistration, Users, usersCapability, UsersModule } from '@app/users';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let users: OpenModule;
beforeAll(async () => {
  const welcomeGrant = { asset: 'GOLD', amount: 7 };
  users = await openModuleOnLedger(
    [usersCapability],
    UsersModule.withOptions({ welcomeGrant }),
    AccountsModule,
  );
  await users.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
});
afterAll(() => users.close());

it('registers a user once, with the welcome grant', async () => {
  const alice = { userId: 'alice', metadata: {} };
  expect(await users.get(UserRegistration).register(alice)).toEqual({ created: true });
  expect(await users.get(UserRegistration).register(alice)).toEqual({ created: false });
  expect(await users.get(Users).find('alice')).toMatchObject({ userId: 'alice' });
  expect(await users.get(Balances).ofUser('alice')).toMatchObject([{ asset: 'GOLD', balance: 7 }]);
});
