import { appendOnly, preparedDatabase, roles } from './refusals.js';
import { bytes32, transaction, transactionId } from './rows.js';

const database = preparedDatabase();

database.refuses([
  ['a changed entry', `UPDATE entries SET amount = amount + 1`, appendOnly],
  ['a deleted entry', `DELETE FROM entries`, appendOnly],
  ['emptied entries', `TRUNCATE entries`, appendOnly],
  ['a changed transaction', `UPDATE transactions SET user_id = 'bob'`, appendOnly],
  ['a deleted transaction', `DELETE FROM transactions`, appendOnly],
  ['emptied transactions', `TRUNCATE transactions CASCADE`, appendOnly],
  ['a head that goes back', `UPDATE shard_heads SET last = last - 1 WHERE last > 0`, /append-only/],
  [
    'a time of a head that goes back',
    `UPDATE shard_heads SET last_at = 'epoch' WHERE last > 0`,
    /append-only/,
  ],
  ['a forgotten key', `DELETE FROM idempotency_keys`, /only what the same transaction has inserted/],
  ['emptied keys', `TRUNCATE idempotency_keys`, appendOnly],
  [
    'a key that holds a transaction and a refusal',
    `INSERT INTO idempotency_keys
     SELECT (jsonb_populate_record(k, '{"key": "new", "refusal": {}}')).* FROM idempotency_keys k LIMIT 1`,
    /idempotency_keys_one_outcome/,
  ],
]);

database.refusesToApplication([
  ['to forget all keys', `TRUNCATE idempotency_keys`],
  ['to change what a key was used for', `UPDATE idempotency_keys SET fingerprint = ${bytes32}`],
]);

it.each(roles)('lets the %s release a key that the same transaction has claimed', async (role) => {
  await database.within(role, async (query) => {
    await query(
      `${transaction()}
       INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
       VALUES (0, 'x', 'alice', 'mine', ${bytes32}, '${transactionId}')`,
    );
    const released = await query(`DELETE FROM idempotency_keys WHERE key = 'mine'`);
    expect(released.rowCount).toBe(1);
  });
});
