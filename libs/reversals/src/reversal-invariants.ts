import { selectDebtOf } from '@app/debts';
import type { Invariant } from '@app/ledger';
import { effectName } from './reversal-row.js';

/** The hashed members of the rows `r` of one transaction, in the order of `texts`. */
const digestOfRows = `
  sha256(hash_text('${effectName}') || string_agg(
    hash_text(r.original_id::text) || hash_text(r.operation::text) || hash_text(r.number::text) || hash_text(r.kind)
      || hash_text(r.cause) || hash_text(r.asset_code) || hash_text(r.asked::text) || hash_text(r.taken::text)
      || hash_text(r.owed::text) || hash_text(r.written_off::text) || hash_text(r.original_amount::text)
      || hash_text(r.reversed_after::text) || hash_text(r.balance_after::text) || hash_text(r.reinstates::text),
    ''::bytea ORDER BY r.operation))`;

/** Each digest has its rows, and each row the digest of its transaction. */
export const reversalsAsHashed: Invariant = {
  name: 'reversals-as-hashed',
  sql: `
    SELECT coalesce(t.id, recorded.transaction_id)::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM (
      SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${effectName}') IS NOT NULL
    ) AS t
    FULL JOIN (
      SELECT r.transaction_id, ${digestOfRows} AS digest
      FROM reversals r WHERE r.shard = $1 GROUP BY r.transaction_id
    ) AS recorded ON recorded.transaction_id = t.id`,
  sqlOfPart: `
    SELECT t.id::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM transactions t
    LEFT JOIN LATERAL (
      SELECT ${digestOfRows} AS digest FROM reversals r
      WHERE r.shard = $1 AND r.transaction_id = t.id GROUP BY r.transaction_id
    ) AS recorded ON true
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
      AND (effect_digest(t.effects_digest, '${effectName}') IS NOT NULL OR recorded.digest IS NOT NULL)`,
};

const ofPart = 'AND t.place > $2 AND t.place <= $3';

/**
 * The numbers of each part have no gap, its running total is right after each, and it is a part of an original that moved as much. A
 * reinstatement undoes no more than its reversal.
 */
const addUp = (part: string) => `
  SELECT r.original_id || '/' || r.operation || '#' || r.number AS subject,
         r.number <> 1 AND before.number IS NULL
           OR r.reversed_after <> coalesce(before.reversed_after, 0)
                + CASE r.kind WHEN 'reversal' THEN r.asked ELSE -r.asked END
           OR r.original_amount IS DISTINCT FROM moved.amount
           OR r.kind = 'reinstatement' AND undone.too_much IS NOT FALSE AS bad
  FROM reversals r
  LEFT JOIN transactions t ON t.shard = r.shard AND t.id = r.transaction_id
  LEFT JOIN transactions original ON original.shard = r.shard AND original.id = r.original_id
  LEFT JOIN reversals before
    ON before.shard = r.shard AND before.original_id = r.original_id AND before.operation = r.operation
      AND before.number = r.number - 1
  LEFT JOIN LATERAL (
    SELECT abs(e.amount) AS amount FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
    WHERE e.shard = $1 AND e.place = original.place AND a.owner_kind = 'user' AND a.owner_id = t.user_id
      AND a.asset_code = r.asset_code AND (r.operation >= 0 OR e.leg = 0)
      AND (r.operation < 0 OR abs(e.amount) = r.original_amount)
    LIMIT 1
  ) AS moved ON true
  LEFT JOIN LATERAL (
    SELECT bool_or(reversal.asked < undoing.asked) AS too_much
    FROM reversals reversal,
         LATERAL (
           SELECT sum(asked) AS asked FROM reversals
           WHERE shard = $1 AND reinstates = r.reinstates AND operation = r.operation
         ) AS undoing
    WHERE reversal.shard = $1 AND reversal.transaction_id = r.reinstates AND reversal.operation = r.operation
      AND reversal.original_id = r.original_id AND reversal.kind = 'reversal'
  ) AS undone ON true
  WHERE r.shard = $1 ${part}`;

/**
 * A reversal moves what its rows say, of the same user, between the accounts of the original in the opposite direction; a
 * reinstatement in the same. It incurs or cancels the debt that its rows say.
 */
const matchTransactions = (part: string) => `
  SELECT t.id::text AS subject,
         (t.type = recorded.kind AND recorded.kinds = 1 AND original.user_id = t.user_id
           AND moved.differing = 0 AND strange.entries = 0 AND owing.differing = 0) IS NOT TRUE AS bad
  FROM transactions t
  JOIN LATERAL (
    SELECT min(kind) AS kind, count(DISTINCT (kind, original_id, reinstates)) AS kinds, min(original_id::text)::uuid AS original_id
    FROM reversals r WHERE r.shard = $1 AND r.transaction_id = t.id
  ) AS recorded ON recorded.kinds > 0 OR t.type IN ('reversal', 'reinstatement')
  LEFT JOIN transactions original ON original.shard = t.shard AND original.id = recorded.original_id
  LEFT JOIN LATERAL (
    SELECT count(*) AS differing
    FROM (
      SELECT asset_code, sum(taken) AS taken FROM reversals WHERE shard = $1 AND transaction_id = t.id GROUP BY asset_code
    ) AS r
    -- Of several operations, a conversion can move an asset that another part moves too.
    WHERE (original.type <> 'operations' OR NOT EXISTS (
        SELECT FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        WHERE e.shard = $1 AND e.place = t.place AND a.owner_kind = 'system' AND a.owner_id = 'exchange'
      ))
      AND r.taken <> (
      SELECT coalesce(sum(abs(e.amount)), 0) FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
      WHERE e.shard = $1 AND e.place = t.place AND a.owner_kind = 'user' AND a.asset_code = r.asset_code
    )
  ) AS moved ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS entries FROM entries e
    WHERE e.shard = $1 AND e.place = t.place AND NOT EXISTS (
      SELECT FROM entries o
      WHERE o.shard = $1 AND o.place = original.place AND o.account_id = e.account_id
        AND sign(o.amount) = CASE t.type WHEN 'reversal' THEN -sign(e.amount) ELSE sign(e.amount) END
    )
  ) AS strange ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS differing FROM reversals r
    WHERE r.shard = $1 AND r.transaction_id = t.id AND r.owed <> (${selectDebtOf('r.transaction_id', 'r.operation', '$1')})
  ) AS owing ON true
  WHERE t.shard = $1 ${part}`;

export const reversalInvariants: readonly Invariant[] = [
  {
    name: 'reversals-add-up',
    sql: addUp(''),
    sqlOfPart: addUp(ofPart),
  },
  {
    name: 'reversals-match-transactions',
    sql: matchTransactions(''),
    sqlOfPart: matchTransactions(ofPart),
  },
];
