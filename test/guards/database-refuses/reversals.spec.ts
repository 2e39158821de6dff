import { appendOnly, preparedDatabase, roles } from './refusals.js';
import { transaction, transactionId } from './rows.js';

const database = preparedDatabase(async (post) => {
  const topUp = await post('/v1/wallets/alice/GOLD/topup', { amount: 5000 });
  const reversal = { transactionId: topUp.id, cause: 'fraud', onShortfall: 'owe' };
  await post('/v1/wallets/alice/reversals', { ...reversal, amount: 10 });
});

const original = `(SELECT original_id FROM reversals WHERE shard = wallet_shard('alice') LIMIT 1)`;

/** The second reversal of alice's top-up of 5000, 10 of which are reversed already; each value is SQL. */
function reversal(
  given: Partial<
    Record<'by' | 'number' | 'asked' | 'after' | 'kind' | 'cause' | 'reinstates' | 'operation', string>
  > = {},
): string {
  const { by = `'${transactionId}'`, number = '2', asked = '5', after = '15', kind = `'reversal'` } = given;
  const { cause = `'fraud'`, reinstates = 'NULL', operation = '-1' } = given;
  return `INSERT INTO reversals (shard, transaction_id, original_id, operation, number, kind, cause, asset_code, asked, taken, owed,
                                 written_off, original_amount, reversed_after, balance_after, reinstates)
          VALUES (wallet_shard('alice'), ${by}, ${original}, ${operation}, ${number}, ${kind}, ${cause}, 'GOLD', ${asked}, 3, 1, 1,
                  5000, ${after}, 0, ${reinstates});`;
}

database.refuses([
  [
    'a second reversal with a number',
    transaction() + reversal({ number: '1' }),
    /duplicate key.*reversals_pkey/,
  ],
  [
    'a transaction that reverses the same part twice',
    transaction() + reversal() + reversal({ number: '3', after: '20' }),
    /duplicate key.*reversals_one_per_transaction/,
  ],
  ['a reversal without its transaction', reversal(), /reversals_shard_transaction_id_fkey/],
  ['a reversal of itself', transaction() + reversal({ by: original }), /reversals_of_another/],
  [
    'a reversal of more than the original',
    transaction() + reversal({ after: '5001' }),
    /reversals_within_original/,
  ],
  ['a total below 0', transaction() + reversal({ after: '-1' }), /reversals_within_original/],
  ['a reversal whose figures differ', transaction() + reversal({ asked: '6' }), /reversals_asked/],
  ['a reversal without a number', transaction() + reversal({ number: '0' }), /reversals_number_check/],
  ['a reversal without a cause', transaction() + reversal({ cause: `'whim'` }), /reversals_cause_check/],
  ['a reversal of an unknown kind', transaction() + reversal({ kind: `'undo'` }), /reversals_kind_check/],
  ['a part before the first', transaction() + reversal({ operation: '-2' }), /reversals_operation_check/],
  [
    'a reinstatement of nothing',
    transaction() + reversal({ kind: `'reinstatement'` }),
    /reversals_reinstates/,
  ],
  ['a reversal that reinstates', transaction() + reversal({ reinstates: original }), /reversals_reinstates/],
  ['a changed reversal', `UPDATE reversals SET cause = 'refund'`, appendOnly],
  ['a deleted reversal', `DELETE FROM reversals`, appendOnly],
  ['emptied reversals', `TRUNCATE reversals`, appendOnly],
]);

it.each(roles)('accepts a second reversal of a part from the %s', async (role) => {
  await database.within(role, (query) => query(transaction() + reversal()));
});
