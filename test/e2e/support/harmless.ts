import type { ContractService } from './contract-service.js';
import { countRows } from './owner.js';

/**
 * For a file of requests that must be refused: after each test no table has a row more or less and the service still answers;
 * at the end it still takes a write, and the audit passes.
 */
export function expectNoHarm(service: () => ContractService): void {
  let before: Record<string, number>;

  beforeEach(async () => {
    before = await countRows(service().database);
  });

  afterEach(async () => {
    expect(await countRows(service().database)).toEqual(before);
    expect((await service().client.get('/v1/wallets/alice')).status).toBe(200);
  });

  afterAll(async () => {
    const { client, audit } = service();
    expect((await client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 })).status).toBe(201);
    await audit();
  });
}
