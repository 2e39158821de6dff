import { migrate } from '@app/database';
import { administer } from '../../support/administer.js';
import { createEmptyDatabase } from '../../support/test-database.js';
import { startService, type TestService } from '../../support/test-service.js';
import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

const sandbox = (id: string) => ({ provider: 'app-store', id, environment: 'sandbox' });
const live = (id: string) => ({ provider: 'app-store', id, environment: 'live' });

const topUpIn =
  ({ client }: Pick<TestService, 'client'>) =>
  (userId: string, payment: object, key?: string): Promise<Answer> =>
    client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5, payment }, key);

describe('a live wallet', () => {
  let service: ContractService;
  beforeAll(async () => {
    service = await startContractService();
  });
  afterAll(async () => {
    await service.audit();
    await service.close();
  });

  it('refuses a sandbox payment until the user is a tester, under the same key, and credits a bonus', async () => {
    const topUp = topUpIn(service);
    expectProblem(await topUp('alice', sandbox('one'), 'review'), 'sandbox-payment');
    await administer(service.client, 'PATCH /v1/users/alice', { tester: true });
    const { status, json, headers } = await topUp('alice', sandbox('one'), 'review');
    expect({ status, replayed: headers['idempotency-replayed'] }).toEqual({
      status: 201,
      replayed: undefined,
    });
    expect(json).toMatchObject({
      type: 'bonus',
      payment: sandbox('one'),
      entries: [{ account: 'promotions' }, { account: 'alice' }],
    });
    const again = await topUp('alice', sandbox('one'));
    expectProblem(again, 'payment-already-credited', { transactionId: json.id });

    await administer(service.client, 'PATCH /v1/users/alice', { tester: false });
    expectProblem(await topUp('alice', sandbox('two')), 'sandbox-payment');
    // What was credited stays, and its key replays.
    expect((await topUp('alice', sandbox('one'), 'review')).json).toEqual(json);
  });

  it('leaves a refused sandbox payment to a tester', async () => {
    const topUp = topUpIn(service);
    await administer(service.client, 'PATCH /v1/users/bob', { tester: true });
    expectProblem(await topUp('alice', sandbox('three')), 'sandbox-payment');
    expect((await topUp('bob', sandbox('three'))).json).toMatchObject({ type: 'bonus' });
  });

  it('credits a live payment of a tester as a top-up', async () => {
    await administer(service.client, 'PATCH /v1/users/bob', { tester: true });
    expect((await topUpIn(service)('bob', live('bought'))).json).toMatchObject({ type: 'topup' });
  });
});

describe('a test wallet', () => {
  let service: TestService;
  beforeAll(async () => {
    const database = await createEmptyDatabase();
    await migrate({ url: database.url, environment: 'test', placementGroups: 2 });
    service = await startService({ database });
    await administer(service.client, 'POST /v1/assets', { code: 'GOLD', name: 'Gold' });
  });
  afterAll(async () => {
    await service.audit();
    await service.close();
    await service.database.drop();
  });

  it('credits sandbox payments as top-ups, and refuses live ones without storing it', async () => {
    const topUp = topUpIn(service);
    expect((await topUp('alice', sandbox('one'))).json).toMatchObject({
      type: 'topup',
      payment: sandbox('one'),
    });
    expectProblem(await topUp('alice', live('two'), 'key'), 'live-payment');
    const retried = await topUp('alice', live('two'), 'key');
    expectProblem(retried, 'live-payment');
    expect(retried.headers['idempotency-replayed']).toBeUndefined();
    expect((await topUp('alice', sandbox('two'))).status).toBe(201);
  });
});
