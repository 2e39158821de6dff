import type { Invariant } from '@app/ledger';
import { effectName } from './hold-event.js';

const milliseconds = (time: string) => `(extract(epoch FROM ${time}) * 1000)::bigint::text`;

/** The hashed members of the event `e` of the hold `h`, in the order of `hashedTexts`. */
const digest = `sha256(hash_text('${effectName}') || ${[
  'e.hold_id::text',
  'e.number::text',
  'e.kind',
  ...['captured', 'released', 'captured_after', 'released_after'].map((column) => `e.${column}::text`),
  'h.amount::text',
  ...['balance_after', 'held_after', 'owed_after'].map((column) => `e.${column}::text`),
  milliseconds('e.at'),
  milliseconds('h.expires_at'),
]
  .map((text) => `hash_text(${text})`)
  .join(' || ')})`;

/** An event belongs to a transaction of its kind, whose entry of the user moved what was captured. */
const differs = `
  t.type IS DISTINCT FROM e.kind OR t.user_id IS DISTINCT FROM a.owner_id
    OR effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM ${digest}
    OR coalesce((SELECT -sum(n.amount) FROM entries n
                 WHERE n.shard = $1 AND n.place = t.place AND n.account_id = h.account_id), 0) <> e.captured`;

const kinds = `('hold', 'capture', 'void', 'lapse')`;

/** Each event has the digest of its transaction, and each transaction of such a type has its event. */
export const holdsAsHashed: Invariant = {
  name: 'holds-as-hashed',
  sql: `
    SELECT coalesce(t.id, e.transaction_id)::text AS subject, e.hold_id IS NULL OR ${differs} AS bad
    FROM (
      SELECT * FROM transactions
      WHERE shard = $1 AND (type IN ${kinds} OR effect_digest(effects_digest, '${effectName}') IS NOT NULL)
    ) AS t
    FULL JOIN (SELECT * FROM hold_events WHERE shard = $1) AS e ON e.transaction_id = t.id
    LEFT JOIN holds h ON h.shard = $1 AND h.id = e.hold_id
    LEFT JOIN accounts a ON a.shard = $1 AND a.id = h.account_id`,
  sqlOfPart: `
    SELECT t.id::text AS subject, e.hold_id IS NULL OR ${differs} AS bad
    FROM transactions t
    LEFT JOIN hold_events e ON e.shard = t.shard AND e.transaction_id = t.id
    LEFT JOIN holds h ON h.shard = e.shard AND h.id = e.hold_id
    LEFT JOIN accounts a ON a.shard = h.shard AND a.id = h.account_id
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
      AND (t.type IN ${kinds} OR effect_digest(t.effects_digest, '${effectName}') IS NOT NULL)`,
};

/** The row of a hold against its events. */
const addUp = (condition: string) => `
  SELECT h.id::text AS subject,
         sum.events IS DISTINCT FROM h.events OR sum.last IS DISTINCT FROM h.events
           OR sum.captured IS DISTINCT FROM h.captured OR sum.released IS DISTINCT FROM h.released
           OR NOT sum.runs OR NOT sum.in_time
           OR (h.closed_at, h.closed_as) IS DISTINCT FROM
              (CASE WHEN h.captured + h.released = h.amount THEN sum.last_at END,
               CASE WHEN h.captured + h.released = h.amount
                    THEN CASE sum.last_kind WHEN 'capture' THEN 'captured' WHEN 'void' THEN 'voided' ELSE 'lapsed' END END)
           AS bad
  FROM holds h
  LEFT JOIN LATERAL (
    SELECT count(*) AS events, max(number) AS last, sum(captured) AS captured, sum(released) AS released,
           bool_and(captured_after = captured_sum AND released_after = released_sum) AS runs,
           bool_and(CASE kind WHEN 'lapse' THEN at = h.expires_at ELSE at < h.expires_at END) AS in_time,
           (array_agg(at ORDER BY number DESC))[1] AS last_at, (array_agg(kind ORDER BY number DESC))[1] AS last_kind
    FROM (
      SELECT *, sum(captured) OVER earlier AS captured_sum, sum(released) OVER earlier AS released_sum
      FROM hold_events WHERE shard = $1 AND hold_id = h.id
      WINDOW earlier AS (ORDER BY number)
    ) AS running
  ) AS sum ON true
  WHERE h.shard = $1 ${condition}`;

/** The events of a hold are numbered without a gap and add up to it. None captures at or after its expiry. */
export const holdsAddUp: Invariant = {
  name: 'holds-add-up',
  sql: addUp(''),
  sqlOfPart: addUp(`AND h.id IN (
    SELECT e.hold_id FROM transactions t JOIN hold_events e ON e.shard = t.shard AND e.transaction_id = t.id
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3)`),
};

const held = (condition: string) => `
  SELECT a.id::text AS subject,
         a.held <> coalesce(sum(h.amount - h.captured - h.released), 0)
           OR coalesce(min(h.expires_at) < coalesce(a.lapses_at, 'infinity'), false) AS bad
  FROM accounts a
  LEFT JOIN holds h ON h.shard = a.shard AND h.account_id = a.id AND h.closed_at IS NULL
  WHERE a.shard = $1 AND a.owner_kind = 'user' ${condition}
  GROUP BY a.id, a.held, a.lapses_at`;

/** What an account holds is what is left of its open holds, and it lapses no later than the first of them. */
export const heldByOpenHolds: Invariant = {
  name: 'held-by-open-holds',
  sql: held(''),
  sqlOfPart: held(`AND a.id IN (
    SELECT account_id FROM entries WHERE shard = $1 AND place > $2 AND place <= $3
    UNION
    SELECT h.account_id
    FROM transactions t
    JOIN hold_events e ON e.shard = t.shard AND e.transaction_id = t.id
    JOIN holds h ON h.shard = e.shard AND h.id = e.hold_id
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3)`),
};
