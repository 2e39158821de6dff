import { appendOnly, preparedDatabase, roles } from './refusals.js';
import { ofOwner, transaction, transactionId } from './rows.js';

const database = preparedDatabase();

/** An event of a debt of alice; each value is SQL. */
function debt(
  given: Partial<Record<'by' | 'number' | 'kind' | 'amount' | 'outstanding' | 'owed', string>> = {},
): string {
  const { by = `'${transactionId}'`, number = '1', kind = `'incur'`, amount = '5' } = given;
  const { outstanding = amount, owed = outstanding } = given;
  return `INSERT INTO debt_events (shard, account_id, number, user_id, asset_code, transaction_id, reversal_id, operation, kind,
                                   amount, source, outstanding_after, owed_after, balance_after)
          SELECT shard, id, ${number}, 'alice', 'GOLD', ${by}, ${by}, -1, ${kind}, ${amount}, 'treasury', ${outstanding}, ${owed}, 0
          FROM accounts WHERE ${ofOwner('alice')};`;
}

database.refuses([
  [
    'a second event of an account with a number',
    transaction() + debt() + debt({ kind: `'repay'`, outstanding: '0' }),
    /duplicate key.*debt_events_pkey/,
  ],
  [
    'a second debt for the same part',
    transaction() + debt() + debt({ number: '2', owed: '10' }),
    /duplicate key.*debt_events_debts/,
  ],
  ['a debt without its transaction', debt(), /debt_events_shard_(transaction|reversal)_id_fkey/],
  ['a debt of nothing', transaction() + debt({ amount: '0' }), /debt_events_amount_check/],
  [
    'a debt that is settled when incurred',
    transaction() + debt({ outstanding: '4' }),
    /debt_events_incurred/,
  ],
  ['a debt that the account does not owe', transaction() + debt({ owed: '4' }), /debt_events_outstanding/],
  [
    'more repaid than owed',
    transaction() + debt({ kind: `'repay'`, outstanding: '-1', owed: '0' }),
    /debt_events_outstanding/,
  ],
  ['a debt beyond the largest', transaction() + debt({ owed: '9007199254740992' }), /debt_events_owed/],
  ['an event of an unknown kind', transaction() + debt({ kind: `'sell'` }), /debt_events_kind_check/],
  ['an event without a number', transaction() + debt({ number: '0' }), /debt_events_number_check/],
  ['a changed debt', `UPDATE debt_events SET amount = 1`, appendOnly],
  ['a deleted debt', `DELETE FROM debt_events`, appendOnly],
  ['emptied debts', `TRUNCATE debt_events`, appendOnly],
]);

it.each(roles)('accepts a debt from the %s', async (role) => {
  await database.within(role, (query) => query(transaction() + debt()));
});
