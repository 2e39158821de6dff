import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const send = (userId: string, operations: object[], details: object = {}, key?: string) =>
  service.client.post(`/v1/wallets/${userId}/operations`, { operations, ...details }, key);
const topup = (asset: string, amount: number) => ({ type: 'topup', asset, amount });
const bonus = (asset: string, amount: number) => ({ type: 'bonus', asset, amount });
const spend = (asset: string, amount: number) => ({ type: 'spend', asset, amount });

it('credits a pack across two assets in one transaction', async () => {
  const details = { reference: 'pack-1', description: 'Starter pack', metadata: { shop: 'eu' } };
  const answer = await send('packed', [topup('GOLD', 500), bonus('LOYALTY', 25)], details);
  expect(answer.status).toBe(201);
  expect(answer.json).toMatchObject({
    type: 'operations',
    ...{ asset: 'GOLD', amount: 500, balance: 500, ...details },
    entries: [
      { account: 'treasury', asset: 'GOLD', direction: 'debit', amount: 500 },
      { account: 'packed', asset: 'GOLD', direction: 'credit', balanceAfter: 500, version: 1 },
      { account: 'promotions', asset: 'LOYALTY', direction: 'debit', amount: 25 },
      { account: 'packed', asset: 'LOYALTY', direction: 'credit', balanceAfter: 25, version: 1 },
    ],
    results: [
      { ...topup('GOLD', 500), balance: 500, description: null, metadata: {} },
      { ...bonus('LOYALTY', 25), balance: 25, description: null, metadata: {} },
    ],
  });
});

it('refuses all if one is refused, and says which', async () => {
  const answer = await send('refused', [topup('GOLD', 5), spend('GOLD', 6)]);
  expectProblem(answer, 'insufficient-funds', { operation: 1, balance: 5, required: 6 });
});
