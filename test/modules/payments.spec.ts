import { AccountsModule, Assets } from '@app/accounts';
import { Journal } from '@app/ledger';
import { claimPayment, Payments, paymentsCapability, PaymentsModule } from '@app/payments';
import { usersCapability } from '@app/users';
import { keyOf, topup } from '../support/postings.js';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let payments: OpenModule;
beforeAll(async () => {
  const capabilities = [usersCapability, paymentsCapability];
  payments = await openModuleOnLedger(capabilities, PaymentsModule, AccountsModule);
  await payments.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
});
afterAll(() => payments.close());

it('finds what a payment was credited for', async () => {
  const payment = { provider: 'steam', id: '17', environment: 'live' } as const;
  expect(await payments.get(Payments).find(payment)).toBeUndefined();
  const claims = [claimPayment(payment, 'live')];
  await payments.get(Journal).post(topup('alice', 5, { isPaidFor: true, claims }), keyOf());
  expect(await payments.get(Payments).find(payment)).toMatchObject({
    payment,
    userId: 'alice',
    credits: [{ type: 'topup', userId: 'alice' }],
  });
});
