import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, type Player } from '../support/player.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

/** Tasks that players may complete without the game. */
let service: ContractService;
let player: Player;
beforeAll(async () => {
  service = await startContractService();
  player = await becomePlayer(service, 'paula');
});
afterAll(() => service.audit());
afterAll(() => service.close());

const complete = (task: string, key?: string) =>
  player.client.post(`/v1/wallets/paula/tasks/${task}/complete`, {}, key);

async function balanceOf(asset: string): Promise<number> {
  return (await player.client.get(`/v1/wallets/paula/${asset}`)).json.balance as number;
}

const task = (code: string, more: object = {}) =>
  administer(service.client, 'POST /v1/tasks', {
    ...{ code, name: code, asset: 'GOLD', reward: 7, limit: 'once', ...more },
  });

const storedKeys = () =>
  asOwner<{ key: string }>(service.database, `SELECT key FROM idempotency_keys WHERE user_id = 'paula'`);

it('pays a player for a task that players complete, within its limit', async () => {
  const before = await balanceOf('GOLD');
  expect((await complete('daily-login')).json).toMatchObject({ amount: 10, balance: before + 10 });
  expect((await complete('daily-login')).json).toMatchObject({ code: 'task-already-completed' });
});

it('never pays a player for an unlimited task, however often it is asked to', async () => {
  const before = await balanceOf('SILVER');
  for (let times = 0; times < 5; times++) {
    expectProblem(await complete('watch-ad'), 'forbidden', { task: 'watch-ad' });
  }
  expect(await balanceOf('SILVER')).toBe(before);
});

it('lets clients complete every task, open to players or not', async () => {
  const path = '/v1/wallets/carol/tasks';
  expect((await service.client.post(`${path}/watch-ad/complete`, {})).status).toBe(201);
  expect((await service.client.post(`${path}/daily-login/complete`, {})).status).toBe(201);
});

it('leaves a task to clients by default', async () => {
  expect((await task('first-win')).json).toMatchObject({ completedBy: 'client' });
  expectProblem(await complete('first-win'), 'forbidden', { task: 'first-win' });
});

it('stores no 403: the same key pays once the task is open to players', async () => {
  await task('quest');
  expectProblem(await complete('quest', 'quest-1'), 'forbidden', { task: 'quest' });
  expect(await storedKeys()).not.toContainEqual({ key: 'quest-1' });
  const opened = await administer(service.client, 'PATCH /v1/tasks/quest', { completedBy: 'player' });
  expect(opened.json).toMatchObject({ code: 'quest', completedBy: 'player', reward: 7 });
  expect((await complete('quest', 'quest-1')).status).toBe(201);
});

it('refuses a player once the answer to closing the task is sent', async () => {
  await task('event', { completedBy: 'player' });
  const closed = await administer(service.client, 'PATCH /v1/tasks/event', { completedBy: 'client' });
  expect(closed.json).toMatchObject({ completedBy: 'client' });
  expectProblem(await complete('event'), 'forbidden', { task: 'event' });
});

it('reports a missing task to a player', async () => {
  expectProblem(await complete('nothing'), 'task-not-found', { task: 'nothing' });
});

it('reveals nothing about tasks to a player in another wallet', async () => {
  for (const unknown of ['watch-ad', 'daily-login', 'nothing']) {
    const answer = await player.client.post(`/v1/wallets/alice/tasks/${unknown}/complete`, {});
    expectProblem(answer, 'forbidden');
  }
});

it('refuses an unlimited task for players, new or changed', async () => {
  const refused = await task('loop', { limit: 'unlimited', completedBy: 'player' });
  expectProblem(refused, 'player-task-unlimited', { task: 'loop' });
  expectProblem(await service.client.get('/v1/tasks/loop'), 'task-not-found', { task: 'loop' });
  const change = { completedBy: 'player', reward: 99 };
  const unchanged = await administer(service.client, 'PATCH /v1/tasks/watch-ad', change);
  expectProblem(unchanged, 'player-task-unlimited', { task: 'watch-ad' });
  expect((await service.client.get('/v1/tasks/watch-ad')).json).toMatchObject({
    completedBy: 'client',
    reward: 5,
  });
});

it.each(['admin', '', null, true])('rejects %j as completedBy', async (completedBy) => {
  const fault = faultAt('/completedBy');
  expectProblem(await task('odd', { completedBy }), 'validation-failed', fault);
  const patch = await administer(service.client, 'PATCH /v1/tasks/watch-ad', { completedBy });
  expectProblem(patch, 'validation-failed', fault);
});
