import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Wrong arguments of `npm run client` and `npm run player` produce a helpful sentence, never a stack trace. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function expectMistake(
  program: 'commands/client' | 'commands/player',
  args: string[],
  code: number,
  says: RegExp,
): Promise<void> {
  const result = await runProgram({ program, args, env: { DATABASE_URL: database.url } });
  expect(result.output).toMatch(says);
  expect(result.output).not.toMatch(/^\s+at /m);
  expect(result.code).toBe(code);
}

it.each([
  [['create', 'no-scopes'], 1, /a client needs at least one scope: choose from wallet:read/],
  [['create', 'odd', 'wallet:steal'], 1, /"wallet:steal" is not a scope: choose/],
  [['create', 'Capital', 'admin'], 1, /"Capital" is not a valid client id/],
  [['create', '@player', 'admin'], 1, /is not a valid client id/],
  [['create', 'seed', 'admin'], 1, /seed, demo-game, demo-admin are reserved/],
  [['create', 'demo-admin', 'admin'], 1, /are reserved/],
  [['rotate', 'ghost'], 1, /there is no client ghost/],
  [['revoke', 'ghost'], 1, /there is no client ghost/],
  [[], 2, /npm run client -- create <id> <scope>/],
  [['create'], 2, /npm run client -- create/],
  [['rotate'], 2, /npm run client -- rotate/],
  [['rotate', 'a', 'b'], 2, /npm run client -- rotate/],
  [['revoke', 'a', 'b', 'c'], 2, /npm run client -- revoke/],
  [['list', 'all'], 2, /npm run client -- list/],
  [['delete', 'my-game'], 2, /wallet:credit .*wallet:spend .*ledger:audit .*admin /s],
  [['scopes'], 2, /npm run client -- scopes/],
  [['scopes', 'ghost', 'admin'], 1, /there is no client ghost/],
  [['scopes', 'ghost'], 1, /a client needs at least one scope/],
  [['scopes', 'ghost', 'wallet:steal'], 1, /"wallet:steal" is not a scope: choose from .*wallet:credit/],
  [['constructor'], 2, /npm run client/],
])('npm run client answers %j with exit code %i', (args, code, says) =>
  expectMistake('commands/client', args, code, says),
);

it.each([
  [['reset-password', 'alice'], 1, /there is no player alice/],
  [['remove', "x' OR true --"], 1, /there is no player x' OR true --/],
  [[], 2, /npm run player -- list/],
  [['list', 'a', 'b'], 2, /npm run player -- list/],
  [['reset-password'], 2, /npm run player -- reset-password <id>/],
  [['reset-password', 'a', 'b'], 2, /npm run player -- reset-password <id>/],
  [['remove'], 2, /npm run player -- remove <id>/],
  [['remove', 'a', 'b'], 2, /npm run player -- remove <id>/],
  [['constructor'], 2, /npm run player/],
])('npm run player answers %j with exit code %i', (args, code, says) =>
  expectMistake('commands/player', args, code, says),
);

it.each([
  ['commands/client', ['list']],
  ['commands/player', ['list']],
  ['commands/verify', []],
  ['commands/rebuild-balances', []],
] as const)('%s rejects a missing data folder and does not create it', async (program, args) => {
  const folder = join(tmpdir(), `wallet-missing-${process.pid}`);
  expect(await runProgram({ program, args: [...args], env: { DATA_DIR: folder } })).toEqual({
    code: 1,
    output: `wallet: There is no data folder ${folder}. Set DATA_DIR to the folder of the service, or DATABASE_URL to its database.\n`,
  });
  expect(existsSync(folder)).toBe(false);
});
