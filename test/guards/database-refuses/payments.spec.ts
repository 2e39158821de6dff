import { appendOnly, preparedDatabase } from './refusals.js';
import { balanced, entries, transaction, transactionId } from './rows.js';

const database = preparedDatabase(async (post) => {
  const payment = { provider: 'steam', id: 'paid', environment: 'live' };
  await post('/v1/wallets/alice/GOLD/topup', { amount: 5, payment });
});

/** A payment of alice, credited by the transaction; each value is SQL. */
function payment(
  given: Partial<Record<'paymentId' | 'provider' | 'environment' | 'product' | 'at', string>>,
) {
  const { paymentId = `'new'`, provider = `'steam'`, environment = `'live'` } = given;
  const { product = 'NULL', at = 'NULL' } = given;
  return `INSERT INTO payments (shard, provider, id, user_id, transaction_id, environment, product_id, purchased_at)
          VALUES (wallet_shard('alice'), ${provider}, ${paymentId}, 'alice', '${transactionId}', ${environment}, ${product}, ${at});`;
}

const owner = (provider: string, paymentId: string) =>
  `INSERT INTO payment_owners (provider, id, user_id) VALUES (${provider}, ${paymentId}, 'alice');`;

database.refuses([
  ['a second owner of a payment', owner(`'steam'`, `'paid'`), /duplicate key.*payment_owners_pkey/],
  [
    'a payment given to another user',
    `UPDATE payment_owners SET user_id = 'bob'`,
    /only what the same transaction has inserted/,
  ],
  ['a forgotten owner', `DELETE FROM payment_owners`, /only what the same transaction has inserted/],
  ['emptied owners', `TRUNCATE payment_owners`, appendOnly],
  ['an owner for an invalid provider', owner(`'Steam'`, `'x'`), /payment_owners_provider/],
  ['an owner for no id', owner(`'steam'`, `''`), /payment_owners_id/],
  [
    'a payment that is credited twice to its user',
    transaction() + entries(balanced) + payment({ paymentId: `'paid'` }),
    /duplicate key.*payments_pkey/,
  ],
  [
    'two payments of one transaction',
    transaction() + entries(balanced) + payment({}) + payment({ paymentId: `'second'` }),
    /duplicate key.*payments_one_per_transaction/,
  ],
  ['a payment without its transaction', payment({}), /payments_shard_transaction_id_fkey/],
  ['a payment by an invalid provider', payment({ provider: `'App Store'` }), /payments_provider/],
  ['a payment without an id', payment({ paymentId: `''` }), /payments_id/],
  ['a payment in an unknown environment', payment({ environment: `'test'` }), /payments_environment/],
  ['a payment for no product', payment({ product: `''` }), /payments_product_id/],
  ['a payment at no time', payment({ at: `'now'` }), /payments_purchased_at/],
  ['a changed payment', `UPDATE payments SET environment = 'live'`, appendOnly],
  ['a deleted payment', `DELETE FROM payments`, appendOnly],
  ['emptied payments', `TRUNCATE payments`, appendOnly],
]);
