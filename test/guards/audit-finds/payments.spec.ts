import { Journal } from '@app/ledger';
import { claimPayment } from '@app/payments';
import { keyOf, spend, topup } from '../../support/postings.js';
import type { TestService } from '../../support/test-service.js';
import { auditFinds } from './forgeries.js';

async function creditPayment({ app }: TestService): Promise<void> {
  const journal = app.get(Journal);
  const payment = { provider: 'steam', id: 'paid', environment: 'live' } as const;
  const claims = [claimPayment(payment, 'live')];
  await journal.post(topup('bob', 5, { isPaidFor: true, claims }), keyOf());
  await journal.post(spend('bob', 1), keyOf());
}

auditFinds(creditPayment, [
  [
    'a payment given to another user',
    `UPDATE payment_owners SET user_id = 'alice'`,
    ['payments-have-their-owner'],
  ],
  [
    'a payment without an owner, which anyone could claim',
    `DELETE FROM payment_owners`,
    ['payments-have-their-owner'],
  ],
  [
    'a payment removed, which would allow it again',
    `DELETE FROM payments`,
    ['payments-point-at-transactions'],
  ],
  [
    'a live payment turned into one of the sandbox',
    `UPDATE payments SET environment = 'sandbox'`,
    ['payments-point-at-transactions'],
  ],
  [
    'another product of a payment',
    `UPDATE payments SET product_id = 'gold.500'`,
    ['payments-point-at-transactions'],
  ],
  [
    'a payment of a transaction that had none',
    `INSERT INTO payments (shard, provider, id, user_id, transaction_id, environment)
     SELECT shard, 'steam', 'forged', user_id, id, 'live' FROM transactions WHERE type = 'spend'`,
    ['payments-point-at-transactions', 'payments-have-their-owner'],
  ],
]);
