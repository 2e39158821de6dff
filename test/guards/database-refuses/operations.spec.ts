import { appendOnly, preparedDatabase } from './refusals.js';
import { balanced, entries, transaction, transactionId } from './rows.js';

const database = preparedDatabase();

const operation = (position: number) => `
  INSERT INTO transaction_operations (shard, transaction_id, position, first_leg, legs, type, metadata)
  VALUES (wallet_shard('alice'), '${transactionId}', ${position}, 0, 1, 'topup', '{}');`;

database.refuses([
  [
    'a second operation in a position',
    transaction() + entries(balanced) + operation(0) + operation(0),
    /duplicate key.*transaction_operations_pkey/,
  ],
  ['an operation without its transaction', operation(0), /transaction_operations_shard_transaction_id_fkey/],
  ['an operation before the first', transaction() + operation(-1), /transaction_operations_position_check/],
  ['a changed operation', `UPDATE transaction_operations SET legs = 2`, appendOnly],
  ['a deleted operation', `DELETE FROM transaction_operations`, appendOnly],
  ['emptied operations', `TRUNCATE transaction_operations`, appendOnly],
]);
