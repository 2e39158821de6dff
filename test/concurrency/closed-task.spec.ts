import { administer } from '../support/administer.js';
import { holdAccount } from '../support/held-account.js';
import { startService, type TestService } from '../support/test-service.js';
import { WalletClient } from '../support/wallet-client.js';

/** A task that is closed to players while one of them completes it. */
let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(() => service.audit());
afterAll(() => service.close());

it('neither pays nor stores anything for a task closed meanwhile', async () => {
  const signUp = await service.as('').send({
    method: 'POST',
    path: '/v1/auth/signup',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'paula', password: 'correct horse battery staple' }),
  });
  const player = new WalletClient(service.url, String(signUp.json.accessToken));
  const complete = () => player.post('/v1/wallets/paula/tasks/tutorial/complete', {}, 'tutorial-1');

  const account = await holdAccount(service.database, { userId: 'paula', asset: 'GOLD' });
  const completion = complete();
  await account.untilAwaited(1);
  await administer(service.client, 'PATCH /v1/tasks/tutorial', { completedBy: 'client', reward: 1_000_000 });
  // The same user, so it waits in the same lane: the refusal must not affect it.
  const spend = service.client.post('/v1/wallets/paula/GOLD/spend', { amount: 1 });
  await account.release();

  expect({ ...(await completion).json, requestId: '' }).toMatchObject({
    status: 403,
    code: 'forbidden',
    task: 'tutorial',
  });
  expect((await spend).json).toMatchObject({ balance: 99 });

  await administer(service.client, 'PATCH /v1/tasks/tutorial', { completedBy: 'player', reward: 50 });
  const retry = await complete();
  expect(retry.json).toMatchObject({ amount: 50, balance: 149 });
  expect(retry.headers['idempotency-replayed']).toBeUndefined();
  player.close();
});
