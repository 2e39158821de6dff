import { Client } from 'pg';
import type { ContractService } from './contract-service.js';
import { countRows } from './owner.js';

/**
 * For specs of requests that must be rejected: after each test the row counts are unchanged and the service still answers; at
 * the end it still accepts a write, and the audit passes. Call it before the hook that closes the service: hooks run in order.
 */
export function expectNoHarm(service: () => ContractService): void {
  let owner: Client;
  let before: Record<string, number>;

  beforeAll(async () => {
    owner = new Client({ connectionString: service().database.url });
    await owner.connect();
  });

  beforeEach(async () => {
    before = await countRows(owner);
  });

  afterEach(async () => {
    expect(await countRows(owner)).toEqual(before);
    expect((await service().client.get('/v1/wallets/alice')).status).toBe(200);
  });

  afterAll(async () => {
    await owner.end();
    const spend = await service().client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 });
    expect(spend.status).toBe(201);
    await service().audit();
  });
}
