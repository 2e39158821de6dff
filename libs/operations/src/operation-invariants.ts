import type { Invariant } from '@app/ledger';
import { effectName } from './recorded-operation.js';

/** The hashed members of the rows `o` of one transaction, in the order of `texts`. */
const digestOfRows = `
  sha256(hash_text('${effectName}') || string_agg(
    hash_text(o.position::text) || hash_text(o.type) || hash_text(o.first_leg::text) || hash_text(o.legs::text)
      || hash_text(o.description) || hash_text(o.metadata::text), ''::bytea ORDER BY o.position))`;

/** Each digest has its rows, and each row the digest of its transaction. */
export const operationsAsHashed: Invariant = {
  name: 'operations-as-hashed',
  sql: `
    SELECT coalesce(t.id, recorded.transaction_id)::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM (
      SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${effectName}') IS NOT NULL
    ) AS t
    FULL JOIN (
      SELECT o.transaction_id, ${digestOfRows} AS digest
      FROM transaction_operations o WHERE o.shard = $1 GROUP BY o.transaction_id
    ) AS recorded ON recorded.transaction_id = t.id`,
  sqlOfPart: `
    SELECT t.id::text AS subject,
           effect_digest(t.effects_digest, '${effectName}') IS DISTINCT FROM recorded.digest AS bad
    FROM transactions t
    LEFT JOIN LATERAL (
      SELECT ${digestOfRows} AS digest FROM transaction_operations o
      WHERE o.shard = $1 AND o.transaction_id = t.id GROUP BY o.transaction_id
    ) AS recorded ON true
    WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
      AND effect_digest(t.effects_digest, '${effectName}') IS NOT NULL`,
};

const coverTheirLegs = (part: string) => `
  SELECT t.id::text AS subject,
         recorded.legs IS DISTINCT FROM moved.legs OR recorded.legs IS DISTINCT FROM moved.last_leg + 1
           OR NOT recorded.gapless AS bad
  FROM transactions t
  LEFT JOIN LATERAL (
    SELECT sum(o.legs) AS legs, bool_and(o.position = o.index AND o.first_leg = o.legs_before) AS gapless
    FROM (
      SELECT position, first_leg, legs, row_number() OVER earlier - 1 AS index,
             coalesce(sum(legs) OVER (earlier ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS legs_before
      FROM transaction_operations
      WHERE shard = $1 AND transaction_id = t.id
      WINDOW earlier AS (ORDER BY position)
    ) AS o
  ) AS recorded ON true
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT e.leg) AS legs, max(e.leg) AS last_leg FROM entries e
    WHERE e.shard = $1 AND e.place = t.place
  ) AS moved ON true
  WHERE t.shard = $1 AND t.type = 'operations' ${part}`;

/** The operations of a transaction are numbered from 0 and take all its legs, one after the other. */
export const operationsCoverTheirLegs: Invariant = {
  name: 'operations-cover-their-legs',
  sql: coverTheirLegs(''),
  sqlOfPart: coverTheirLegs('AND t.place > $2 AND t.place <= $3'),
};
