import { startService, type TestService } from '../support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

it('earns 100, spends 30 and shows 70', async () => {
  await service.client.post('/v1/wallets/carol/LOYALTY/bonus', { amount: 100 });
  const spend = await service.client.post('/v1/wallets/carol/LOYALTY/spend', { amount: 30 }, 'k');
  expect(spend.json).toMatchObject({ balance: 70 });
  const again = await service.client.post('/v1/wallets/carol/LOYALTY/spend', { amount: 30 }, 'k');
  expect(again.text).toBe(spend.text);
  await service.audit();
});
