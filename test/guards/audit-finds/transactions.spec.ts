import { auditFinds, type Forgery } from './forgeries.js';
import { aliceGold, topUpAndSpend } from './rows.js';

auditFinds(topUpAndSpend, [
  [
    'a rewritten reference',
    `UPDATE transactions SET reference = 'another order' WHERE type = 'spend'`,
    ['hash-chain'],
  ],
  ...(
    [
      ['actor', `actor = 'player:alice'`],
      ['description', `description = 'a gift'`],
      ['metadata', `metadata = '{ }'`],
      ['digest of effects', `effects_digest = '\\x00000000' || sha256('x')`],
      ['time of a transaction, within its place', `created_at = created_at + interval '1 ms'`],
    ] as const
  ).map(([what, set]): Forgery => [
    `a rewritten ${what}`,
    `UPDATE transactions SET ${set} WHERE type = 'topup' AND user_id = 'alice' AND client_id = 'test'`,
    ['hash-chain'],
  ]),
  [
    'another salt',
    `UPDATE user_salts SET salt = substr(sha256('x'), 1, 16) WHERE user_id = 'alice'`,
    ['hash-chain'],
  ],
  ['a missing salt', `DELETE FROM user_salts WHERE user_id = 'alice'`, ['hash-chain']],
  [
    'a transaction of another user',
    `UPDATE transactions SET user_id = 'bob' WHERE type = 'spend'`,
    ['hash-chain', 'transactions-balanced', 'keys-point-at-transactions'],
  ],
  [
    'truncated history with balances set back',
    `DELETE FROM entries WHERE (shard, place) = (SELECT shard, place FROM transactions WHERE type = 'spend');
     DELETE FROM idempotency_keys WHERE transaction_id = (SELECT id FROM transactions WHERE type = 'spend');
     DELETE FROM transactions WHERE type = 'spend';
     UPDATE accounts SET balance = 1100, version = 2 WHERE id = ${aliceGold};
     UPDATE accounts SET balance = 0, version = 0
     WHERE owner_id = 'revenue' AND asset_code = 'GOLD' AND shard = wallet_shard('alice')`,
    ['hash-chain-heads', 'places-gapless'],
  ],
  [
    'a transaction without entries',
    `DELETE FROM entries WHERE (shard, place) = (SELECT shard, place FROM transactions WHERE type = 'spend');
     UPDATE accounts SET balance = 1100, version = 2 WHERE id = ${aliceGold};
     UPDATE accounts SET balance = 0, version = 0
     WHERE owner_id = 'revenue' AND asset_code = 'GOLD' AND shard = wallet_shard('alice')`,
    ['hash-chain-heads', 'transactions-balanced'],
  ],
  [
    'the latest transaction removed with its key, but without its entries',
    `DELETE FROM idempotency_keys WHERE transaction_id = (SELECT id FROM transactions WHERE type = 'spend');
     DELETE FROM transactions WHERE type = 'spend'`,
    ['hash-chain', 'places-gapless'],
  ],
  [
    'a key whose transaction is gone',
    `UPDATE idempotency_keys SET transaction_id = gen_random_uuid()
     WHERE transaction_id = (SELECT id FROM transactions WHERE type = 'spend')`,
    ['keys-point-at-transactions'],
  ],
  [
    'a head set back, which would assign a place twice',
    `UPDATE shard_heads SET last = last - 1 WHERE shard = wallet_shard('alice')`,
    ['places-gapless'],
    'full audits only',
  ],
  [
    'two transactions with swapped places',
    `UPDATE transactions SET place = 1000 WHERE place = 1 AND shard = wallet_shard('alice');
     UPDATE transactions SET place = 1 WHERE type = 'spend';
     UPDATE transactions SET place = (SELECT last FROM shard_heads WHERE shard = wallet_shard('alice'))
     WHERE place = 1000`,
    ['hash-chain', 'places-gapless'],
  ],
]);
