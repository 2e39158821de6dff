import { Players, PlayersModule, PlayerTokens } from '@app/players';
import { usersCapability, UsersModule } from '@app/users';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let players: OpenModule;
beforeAll(async () => {
  const tokens = { issuer: 'test', audience: 'test', secret: Buffer.alloc(32, 1) };
  const users = UsersModule.withOptions({ welcomeGrant: undefined });
  players = await openModuleOnLedger(
    [usersCapability],
    PlayersModule.withOptions({ tokens, imports: [users] }),
  );
});
afterAll(() => players.close());

it('signs a player up and issues a token for them', async () => {
  const credentials = { userId: 'alice', password: 'correct horse battery staple' };
  const origin = { address: '127.0.0.1', attempt: 1 };
  await players.get(Players).signUp(credentials, origin);
  expect(await players.get(Players).logIn(credentials, origin)).toBe(true);

  const tokens = players.get(PlayerTokens);
  const token = await tokens.issue?.('alice');
  expect(await tokens.subjectOf(token ?? '')).toBe('alice');
});
