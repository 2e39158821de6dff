import { hash } from 'node:crypto';
import { withClient } from '../../support/server/with-client.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { createClient, rotateKey } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

/** Keys of both environments, at a live service and at a test service. */
const path = '/v1/assets';
const other = { live: 'test', test: 'live' } as const;

describe.each(['live', 'test'] as const)('a %s service', (environment) => {
  let database: TestDatabase;
  let service: ContractService;
  beforeAll(async () => {
    database = await createTestDatabase();
    await withClient(database.url, (owner) =>
      owner.query(`UPDATE ledger_settings SET environment = $1`, [environment]),
    );
    service = await startContractService({ database });
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
  });

  it('mints keys that name its environment', async () => {
    const { key } = await createClient(service, 'minted', { scopes: ['wallet:read'] });
    const shape = new RegExp(`^wk_${environment}_[A-Za-z0-9_-]{43}$`);
    expect(key).toMatch(shape);
    expect(await rotateKey(service, 'minted')).toMatch(shape);
    expect((await service.as(key).get(path)).status).toBe(200);
  });

  it.each([
    ['an older key, without an environment', `wk_${'o'.repeat(43)}`],
    ['an older key that begins like one with an environment', `wk_test_${'o'.repeat(38)}`],
    ['its mirror image', `wk_live_${'o'.repeat(38)}`],
  ])('accepts %s', async (_what, key) => {
    await store(service, key);
    expect((await service.as(key).get(path)).status).toBe(200);
  });

  it('refuses a key of the other environment and says so, even if its hash is stored', async () => {
    const key = `wk_${other[environment]}_${'k'.repeat(43)}`;
    await store(service, key);
    const answer = await service.as(key).get(path);
    expectProblem(answer, 'unauthenticated');
    expect(answer.json).toMatchObject({
      detail: `The key belongs to the ${other[environment]} environment; this service is ${environment}.`,
    });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet", error="invalid_token"');
  });

  it('says nothing about environments to an unknown key of its environment', async () => {
    const answer = await service.as(`wk_${environment}_${'u'.repeat(43)}`).get(path);
    expectProblem(answer, 'unauthenticated');
    expect(answer.json).toMatchObject({ detail: 'The key does not exist or was revoked.' });
  });
});

/** Stores the hash of a key as the register of this or an older version does. */
async function store(service: Pick<ContractService, 'database'>, key: string): Promise<void> {
  const id = `client-${hash('sha256', key, 'hex').slice(0, 16)}`;
  await withClient(service.database.url, async (owner) => {
    await owner.query(`INSERT INTO clients (id, scopes) VALUES ($1, '{wallet:read}')`, [id]);
    await owner.query(`INSERT INTO client_keys (hash, client_id, slot, hint) VALUES ($1, $2, 1, $3)`, [
      hash('sha256', key, 'buffer'),
      id,
      key.slice(-4),
    ]);
  });
}
