import type { Capability, Invariant } from '@app/ledger';
import { freezeRule, type FreezeRefusal } from './freeze-rule.js';

/** Audit checks on freezes. */
const freezeInvariants: readonly Invariant[] = [
  {
    // All accounts of a wallet are frozen as of the time in its history, or none is.
    name: 'wallets-frozen-as-a-whole',
    sql: `
      SELECT a.owner_id AS subject, bool_or(a.frozen_at IS DISTINCT FROM latest.frozen_at) AS bad
      FROM accounts a
      LEFT JOIN (
        SELECT DISTINCT ON (user_id) user_id, CASE action WHEN 'freeze' THEN created_at END AS frozen_at
        FROM wallet_freezes WHERE shard = $1
        ORDER BY user_id, number DESC
      ) AS latest ON latest.user_id = a.owner_id
      WHERE a.shard = $1 AND a.owner_kind = 'user'
      GROUP BY a.owner_id`,
    sqlOfPart: `
      WITH touched AS (
        SELECT a.owner_id AS user_id FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        WHERE e.shard = $1 AND e.place > $2 AND e.place <= $3 AND a.owner_kind = 'user'
        UNION
        SELECT user_id FROM wallet_freezes WHERE shard = $1 AND place > $2 AND place <= $3
      )
      SELECT a.owner_id AS subject, bool_or(a.frozen_at IS DISTINCT FROM latest.frozen_at) AS bad
      FROM accounts a
      LEFT JOIN (
        SELECT DISTINCT ON (user_id) user_id, CASE action WHEN 'freeze' THEN created_at END AS frozen_at
        FROM wallet_freezes WHERE shard = $1 AND user_id IN (SELECT user_id FROM touched)
        ORDER BY user_id, number DESC
      ) AS latest ON latest.user_id = a.owner_id
      WHERE a.shard = $1 AND a.owner_kind = 'user' AND a.owner_id IN (SELECT user_id FROM touched)
      GROUP BY a.owner_id`,
  },

  {
    // A wallet's freezes and unfreezes are numbered from 1 without a gap, and alternate.
    name: 'freezes-take-turns',
    sql: `
      SELECT user_id || '#' || number AS subject,
             number <> place OR action <> CASE place % 2 WHEN 1 THEN 'freeze' ELSE 'unfreeze' END
               OR coalesce(created_at < created_before, false) AS bad
      FROM (
        SELECT user_id, number, action, created_at, row_number() OVER wallet AS place,
               lag(created_at) OVER wallet AS created_before
        FROM wallet_freezes WHERE shard = $1
        WINDOW wallet AS (PARTITION BY user_id ORDER BY number)
      ) AS changes`,
    sqlOfPart: `
      SELECT f.user_id || '#' || f.number AS subject,
             (f.number <> 1 AND before.number IS NULL)
               OR f.action <> CASE f.number % 2 WHEN 1 THEN 'freeze' ELSE 'unfreeze' END
               OR coalesce(f.created_at < before.created_at, false) AS bad
      FROM wallet_freezes f
      LEFT JOIN wallet_freezes before
        ON before.shard = f.shard AND before.user_id = f.user_id AND before.number = f.number - 1
      WHERE f.shard = $1 AND f.place > $2 AND f.place <= $3`,
  },
];

/** The registration of freezes with the ledger. */
export const freezingCapability: Capability<FreezeRefusal> = {
  name: 'freezing',
  refusals: { 'wallet-frozen': 'final' },
  accountRules: [freezeRule],
  invariants: freezeInvariants,
  placedTables: ['wallet_freezes'],
};
