import { auditFinds } from './forgeries.js';
import { aliceGold, topUpAndSpend } from './rows.js';

auditFinds(topUpAndSpend, [
  [
    'a doctored balance',
    `UPDATE accounts SET balance = balance + 1 WHERE id = ${aliceGold}`,
    ['balances-equal-entries', 'assets-balanced'],
  ],
  [
    'a doctored balance with a matching stripe',
    `UPDATE accounts SET balance = balance + CASE owner_kind WHEN 'user' THEN 1 ELSE -1 END
     WHERE id = ${aliceGold} OR (owner_id = 'treasury' AND asset_code = 'GOLD' AND shard = wallet_shard('alice'))`,
    ['balances-equal-entries'],
  ],
  [
    'a version gap',
    `DELETE FROM entries WHERE account_id = ${aliceGold} AND version = 2`,
    [
      'versions-gapless',
      'balances-equal-entries',
      'entries-consecutive',
      'hash-chain',
      'transactions-balanced',
    ],
  ],
  [
    'a rewritten entry with consistent sums',
    `UPDATE entries SET amount = sign(amount) * 29, balance_after = balance_after + sign(amount) * -1
     WHERE (shard, place) = (SELECT shard, place FROM transactions WHERE type = 'spend');
     UPDATE accounts SET balance = balance + CASE owner_id WHEN 'alice' THEN 1 ELSE -1 END
     WHERE id = ${aliceGold} OR (owner_id = 'revenue' AND asset_code = 'GOLD' AND shard = wallet_shard('alice'))`,
    ['hash-chain'],
  ],
  [
    'a rewritten time',
    `UPDATE entries SET created_at = created_at + interval '1 day' WHERE account_id = ${aliceGold} AND version = 2`,
    ['entries-consecutive', 'hash-chain'],
  ],
  [
    'an account given to another user',
    `UPDATE accounts SET owner_id = 'mallory' WHERE id = ${aliceGold}`,
    ['hash-chain', 'transactions-balanced', 'users-in-their-shard'],
  ],
  [
    'a user in the wrong shard',
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT (wallet_shard('alice') + 1) % 16, id, owner_kind, owner_id, asset_code,
            account_genesis_hash(((wallet_shard('alice') + 1) % 16)::smallint, id, owner_kind, owner_id, asset_code),
            now(), now()
     FROM (SELECT gen_random_uuid() AS id, 'user' AS owner_kind, 'alice' AS owner_id, 'GOLD' AS asset_code) AS second`,
    ['users-in-their-shard'],
    'full audits only',
  ],
]);
