import type { Invariant } from '@app/ledger';
import { effectName } from './debt-event.js';

/** The hashed members of the rows `d` of one transaction, in the order of `texts`. */
const digestOfRows = `
  sha256(hash_text('${effectName}') || string_agg(
    hash_text(d.account_id::text) || hash_text(d.number::text) || hash_text(d.reversal_id::text)
      || hash_text(d.operation::text) || hash_text(d.kind) || hash_text(d.amount::text) || hash_text(d.source)
      || hash_text(d.outstanding_after::text) || hash_text(d.owed_after::text) || hash_text(d.balance_after::text),
    ''::bytea ORDER BY d.account_id, d.number))`;

/** Each digest has its rows, and each row the digest of its transaction. */
export const debtsAsHashed: Invariant = {
  name: 'debts-as-hashed',
  sql: `
    SELECT coalesce(t.id, recorded.transaction_id)::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM (
      SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${effectName}') IS NOT NULL
    ) AS t
    FULL JOIN (
      SELECT d.transaction_id, ${digestOfRows} AS digest
      FROM debt_events d WHERE d.shard = $1 GROUP BY d.transaction_id
    ) AS recorded ON recorded.transaction_id = t.id`,
  sqlOfPart: `
    SELECT t.id::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM transactions t
    LEFT JOIN LATERAL (
      SELECT ${digestOfRows} AS digest FROM debt_events d
      WHERE d.shard = $1 AND d.transaction_id = t.id GROUP BY d.transaction_id
    ) AS recorded ON true
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
      AND (effect_digest(t.effects_digest, '${effectName}') IS NOT NULL OR recorded.digest IS NOT NULL)`,
};

const signed = `CASE WHEN d.kind = 'incur' THEN d.amount ELSE -d.amount END`;

const inPart = (part: string) =>
  part ? `JOIN transactions t ON t.shard = d.shard AND t.id = d.transaction_id` : '';

/** The events `d` of a shard or a part, each with the one before it on the account and of its debt. */
const addUp = (part: string) => `
  SELECT d.account_id || '#' || d.number AS subject,
         d.number <> 1 AND before.number IS NULL
           OR d.owed_after <> coalesce(before.owed_after, 0) + ${signed}
           OR d.outstanding_after <> coalesce(of_debt.outstanding_after, 0) + ${signed}
           OR (d.kind = 'incur') <> (of_debt.number IS NULL)
           OR of_debt.number IS NOT NULL AND (of_debt.account_id <> d.account_id OR of_debt.source <> d.source) AS bad
  FROM debt_events d ${inPart(part)}
  LEFT JOIN debt_events before
    ON before.shard = d.shard AND before.account_id = d.account_id AND before.number = d.number - 1
  LEFT JOIN LATERAL (
    SELECT number, outstanding_after, account_id, source FROM debt_events
    WHERE shard = $1 AND reversal_id = d.reversal_id AND operation = d.operation AND number < d.number
    ORDER BY number DESC LIMIT 1
  ) AS of_debt ON true
  WHERE d.shard = $1 ${part}`;

/** The transaction type that an event of each kind belongs to. */
const types = `CASE d.kind WHEN 'incur' THEN 'reversal' WHEN 'cancel' THEN 'reinstatement'
                           WHEN 'repay' THEN 'repayment' ELSE 'forgiveness' END`;

/** A repayment moves what it repays from the user to the source of the debt; nothing else moves credits for a debt. */
const matchTransactions = (part: string) => `
  SELECT d.account_id || '#' || d.number AS subject,
         (t.type = ${types} AND t.user_id = d.user_id AND a.owner_kind = 'user' AND a.owner_id = d.user_id
           AND a.asset_code = d.asset_code
           AND (d.kind <> 'repay' OR EXISTS (
             SELECT FROM entries debit
             JOIN entries credit ON credit.shard = debit.shard AND credit.place = debit.place AND credit.leg = debit.leg
             JOIN accounts source ON source.shard = credit.shard AND source.id = credit.account_id
             WHERE debit.shard = $1 AND debit.place = t.place AND debit.account_id = d.account_id
               AND debit.amount = -d.amount AND debit.balance_after = d.balance_after AND credit.amount = d.amount
               AND source.owner_kind = 'system' AND source.owner_id = d.source
           ))) IS NOT TRUE AS bad
  FROM debt_events d
  LEFT JOIN transactions t ON t.shard = d.shard AND t.id = d.transaction_id
  LEFT JOIN accounts a ON a.shard = d.shard AND a.id = d.account_id
  WHERE d.shard = $1 ${part}`;

const owedIsDebt = (accounts: string) => `
  SELECT a.id::text AS subject, a.owed <> coalesce(latest.owed_after, 0) AS bad
  FROM accounts a
  LEFT JOIN LATERAL (
    SELECT owed_after FROM debt_events WHERE shard = $1 AND account_id = a.id ORDER BY number DESC LIMIT 1
  ) AS latest ON true
  WHERE a.shard = $1 AND a.owner_kind = 'user' ${accounts}`;

const ofPart = 'AND t.place > $2 AND t.place <= $3';

export const debtInvariants: readonly Invariant[] = [
  {
    // The events of an account are numbered without a gap, and its debts add up after each.
    name: 'debts-add-up',
    sql: addUp(''),
    sqlOfPart: addUp(ofPart),
  },
  {
    name: 'debts-match-transactions',
    sql: matchTransactions(''),
    sqlOfPart: matchTransactions(ofPart),
  },
  {
    // An account owes what its debts say.
    name: 'owed-equals-debts',
    sql: owedIsDebt(''),
    sqlOfPart: owedIsDebt(`AND a.id IN (
      SELECT account_id FROM entries WHERE shard = $1 AND place > $2 AND place <= $3
      UNION
      SELECT d.account_id FROM transactions t JOIN debt_events d ON d.shard = t.shard AND d.transaction_id = t.id
      WHERE t.shard = $1 ${ofPart}
    )`),
  },
];
