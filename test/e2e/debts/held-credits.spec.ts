import { figuresOf, fundsOf, move, reverse } from '../reversals/support.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/** Debts and reversals on wallets with holds. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const hold = async (userId: string, amount: number, expiresIn = 900): Promise<string> => {
  const { json } = await service.client.post(`/v1/wallets/${userId}/GOLD/holds`, { amount, expiresIn });
  return json.id as string;
};

/** A top-up of 100 of which 60 are held is reversed. */
async function reverseWithHold(userId: string, expiresIn?: number): Promise<string> {
  const transactionId = await move(service.client, userId, 'topup', 100);
  const holdId = await hold(userId, 60, expiresIn);
  const answer = await reverse(service.client, userId, { transactionId });
  expect(figuresOf(answer)).toEqual({ amount: 40, asked: 100, owed: 60, writtenOff: 0 });
  expect(await fundsOf(service.client, userId)).toEqual({ balance: 60, available: 0, owed: 60 });
  return holdId;
}

it('never take what is held: a capture succeeds, and the debt stays', async () => {
  const holdId = await reverseWithHold('captured');
  const answer = await service.client.post(`/v1/wallets/captured/GOLD/holds/${holdId}/capture`, {});
  expect(answer.json).toMatchObject({ type: 'capture', amount: 60 });
  expect(await fundsOf(service.client, 'captured')).toEqual({ balance: 0, available: 0, owed: 60 });
  // A reversal of the capture gives the credits back, and they repay the debt.
  const back = await reverse(service.client, 'captured', { transactionId: answer.json.id as string });
  expect(back.json).toMatchObject({ type: 'reversal', amount: 60, balance: 60 });
  expect(await fundsOf(service.client, 'captured')).toEqual({ balance: 0, available: 0, owed: 0 });
});

it('are repaid by what a void releases', async () => {
  const holdId = await reverseWithHold('voided');
  await service.client.post(`/v1/wallets/voided/GOLD/holds/${holdId}/void`, {});
  expect(await fundsOf(service.client, 'voided')).toEqual({ balance: 0, available: 0, owed: 0 });
});

it('are repaid by what a lapse releases, already where the balance is read', async () => {
  await reverseWithHold('lapsed', 1);
  while ((await fundsOf(service.client, 'lapsed')).owed > 0);
  expect(await fundsOf(service.client, 'lapsed')).toEqual({ balance: 0, available: 0, owed: 0 });
  const listed = await service.client.get('/v1/wallets?owing=GOLD');
  expect(listed.json.data).toEqual([]);
  // The tag names the state that the next posting finds, with the repayment.
  const { headers } = await service.client.get('/v1/wallets/lapsed/GOLD');
  const conditional = { 'if-match': String(headers.etag) };
  const bonus = await service.client.post(
    '/v1/wallets/lapsed/GOLD/bonus',
    { amount: 5 },
    undefined,
    conditional,
  );
  expect(bonus.status).toBe(201);
  expect(await fundsOf(service.client, 'lapsed')).toEqual({ balance: 5, available: 5, owed: 0 });
});
