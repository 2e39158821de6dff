import { Audits, Journal, Verification } from '@app/ledger';
import { claimPayment } from '@app/payments';
import { forge } from '../support/forge.js';
import { withClient } from '../support/server/with-client.js';
import { authorise, capture, keyOf, operations, reward, spend, topup } from '../support/postings.js';
import { startService, type TestService } from '../support/test-service.js';

/**
 * The audit finds forgeries that the owner of the database can make with triggers disabled. Each forgery runs on a separate
 * database.
 */
let service: TestService;

beforeEach(async () => {
  service = await startService();
  const journal = service.app.get(Journal);
  await journal.post(topup('alice', 100), keyOf());
  await journal.post(spend('alice', 30), keyOf());
  await journal.post(reward('bob', 'tutorial', 'GOLD'), keyOf());
  const payment = { provider: 'steam', id: 'paid', environment: 'live' } as const;
  const claims = [claimPayment(payment, 'live')];
  await journal.post(topup('bob', 5, { isPaidFor: true, claims }), keyOf());
  const rewarded = [reward('frank', 'tutorial', 'GOLD'), reward('frank', 'daily-login', 'GOLD')];
  await journal.post(operations('frank', topup('frank', 5), ...rewarded), keyOf());
  await journal.post(topup('henry', 100), keyOf());
  await journal.post(authorise('henry', 10), keyOf());
  const hold = await journal.post(authorise('henry', 20), keyOf());
  if (!('transaction' in hold)) throw new Error('The hold was refused');
  await journal.post(capture('henry', hold.transaction.id, 5, false), keyOf());
  await journal.post(capture('henry', hold.transaction.id, 5), keyOf());
  for (const action of ['freeze', 'unfreeze', 'freeze']) {
    await service.client.post(`/v1/users/bob/${action}`, { reason: 'a test' });
  }
  await oweAndReinstate('grace');
  await service.audit();
});

/** A top-up of 150 of which 100 are reversed: 50 taken, 50 owed; of these 20 repaid, 10 forgiven and 15 reinstated. */
async function oweAndReinstate(userId: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const { status, json } = await service.client.post(`/v1/wallets/${userId}/${path}`, body);
    expect(status).toBe(201);
    return json.id as string;
  };
  const transactionId = await post('SILVER/topup', { amount: 150 });
  await post('convert', { from: 'SILVER', to: 'GOLD', amount: 100 });
  const reversal = await post('reversals', { transactionId, amount: 100, cause: 'fraud' });
  await post('SILVER/bonus', { amount: 20 });
  await post('SILVER/owed/forgive', { amount: 10, reason: 'a test' });
  await post(`reversals/${reversal}/reinstate`, { amount: 15 });
}

afterEach(() => service.close());

const aliceGold = `(SELECT id FROM accounts WHERE owner_id = 'alice' AND asset_code = 'GOLD')`;

const forgeries: [forgery: string, sql: string, invariants: string[]][] = [
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
  ).map(([what, set]): [string, string, string[]] => [
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
    'a rewritten time',
    `UPDATE entries SET created_at = created_at + interval '1 day' WHERE account_id = ${aliceGold} AND version = 2`,
    ['entries-consecutive', 'hash-chain'],
  ],
  [
    'a transaction of another user',
    `UPDATE transactions SET user_id = 'bob' WHERE type = 'spend'`,
    ['hash-chain', 'transactions-balanced', 'keys-point-at-transactions'],
  ],
  [
    'an account given to another user',
    `UPDATE accounts SET owner_id = 'mallory' WHERE id = ${aliceGold}`,
    ['hash-chain', 'transactions-balanced', 'users-in-their-shard'],
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
    'a completion given to another transaction',
    `UPDATE task_completions
     SET transaction_id = (SELECT id FROM transactions WHERE user_id = 'bob' AND type = 'topup' LIMIT 1)
     WHERE user_id = 'bob'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion of another user',
    `UPDATE task_completions SET user_id = 'alice', shard = wallet_shard('alice') WHERE user_id = 'bob'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion removed, which would allow the task again',
    `DELETE FROM task_completions`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion of a day other than the paid one',
    `INSERT INTO task_completions SELECT shard, user_id, task_code, '2026-01-31', transaction_id FROM task_completions
     WHERE user_id = 'bob'`,
    ['completions-point-at-rewards'],
  ],
  [
    'a payment given to another user',
    `UPDATE payment_owners SET user_id = 'alice'`,
    ['payments-have-their-owner'],
  ],
  [
    'a payment without an owner, which anyone could claim',
    `DELETE FROM payment_owners`,
    ['payments-have-their-owner'],
  ],
  [
    'a payment removed, which would allow it again',
    `DELETE FROM payments`,
    ['payments-point-at-transactions'],
  ],
  [
    'a live payment turned into one of the sandbox',
    `UPDATE payments SET environment = 'sandbox'`,
    ['payments-point-at-transactions'],
  ],
  [
    'another product of a payment',
    `UPDATE payments SET product_id = 'gold.500'`,
    ['payments-point-at-transactions'],
  ],
  [
    'a payment of a transaction that had none',
    `INSERT INTO payments (shard, provider, id, user_id, transaction_id, environment)
     SELECT shard, 'steam', 'forged', user_id, id, 'live' FROM transactions WHERE type = 'spend'`,
    ['payments-point-at-transactions', 'payments-have-their-owner'],
  ],
  [
    'one of two completions of a transaction removed',
    `DELETE FROM task_completions WHERE user_id = 'frank' AND task_code = 'tutorial'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'more held than is left of the holds',
    `UPDATE accounts SET held = held + 1 WHERE owner_id = 'henry'`,
    ['held-by-open-holds'],
  ],
  [
    'a hold whose lapse comes too late',
    `UPDATE accounts SET lapses_at = lapses_at + interval '1 hour' WHERE owner_id = 'henry'`,
    ['held-by-open-holds'],
  ],
  [
    'an open hold closed without an event',
    `UPDATE holds SET captured = amount, closed_at = now(), closed_as = 'captured' WHERE closed_at IS NULL`,
    ['holds-add-up', 'held-by-open-holds'],
  ],
  [
    'a longer hold',
    `UPDATE holds SET expires_at = expires_at + interval '1 hour' WHERE closed_at IS NULL;
     UPDATE accounts SET lapses_at = lapses_at + interval '1 hour' WHERE owner_id = 'henry'`,
    ['holds-as-hashed'],
  ],
  [
    'a capture after the expiry',
    `UPDATE hold_events SET at = at + interval '1 hour' WHERE number = 2;
     UPDATE hold_events SET at = at + interval '1 hour' WHERE number = 3;
     UPDATE holds SET closed_at = closed_at + interval '1 hour' WHERE closed_as = 'captured'`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'a capture that moved something else',
    `UPDATE hold_events SET captured = 6, captured_after = captured_after + 1 WHERE number = 3;
     UPDATE hold_events SET captured = 4, captured_after = captured_after - 1 WHERE number = 2`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'a capture removed from a hold',
    `DELETE FROM hold_events WHERE number = 3`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'an event of a transaction that had none',
    `INSERT INTO hold_events (shard, hold_id, number, kind, transaction_id, captured, released, captured_after,
                              released_after, at, balance_after, held_after, owed_after)
     SELECT h.shard, h.id, 2, 'capture', t.id, 1, 0, 1, 0, h.expires_at - interval '1 s', 100, 9, 0
     FROM holds h JOIN transactions t ON t.shard = h.shard AND t.type = 'topup' AND t.user_id = 'henry'
     WHERE h.closed_at IS NULL`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'another account after an event',
    `UPDATE hold_events SET owed_after = 1 WHERE number = 1`,
    ['holds-as-hashed'],
  ],
  [
    'an operation turned into another',
    `UPDATE transaction_operations SET type = 'bonus' WHERE type = 'topup'`,
    ['operations-as-hashed'],
  ],
  [
    'an operation without its terms',
    `UPDATE transaction_operations SET metadata = '{}' WHERE position = 1`,
    ['operations-as-hashed'],
  ],
  [
    'operations of another transaction',
    `INSERT INTO transaction_operations (shard, transaction_id, position, first_leg, legs, type, metadata)
     SELECT shard, id, 0, 0, 1, 'spend', '{}' FROM transactions WHERE type = 'spend'`,
    ['operations-as-hashed'],
  ],
  [
    'a missing operation',
    `DELETE FROM transaction_operations WHERE position = 1`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
  [
    'operations that share a leg',
    `UPDATE transaction_operations SET first_leg = 0 WHERE position = 1`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
  [
    'no operations at all',
    `DELETE FROM transaction_operations`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
  [
    'more reversed than was asked for',
    `UPDATE reversals SET asked = asked + 1, written_off = written_off + 1, reversed_after = reversed_after + 1
     WHERE kind = 'reversal'`,
    ['reversals-as-hashed', 'reversals-add-up'],
  ],
  ['another cause of a reversal', `UPDATE reversals SET cause = 'goodwill'`, ['reversals-as-hashed']],
  [
    'a reversal removed, whose transaction could then be reversed again',
    `DELETE FROM reversals WHERE number = 1`,
    ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
  ],
  [
    'an original that allows more',
    `UPDATE reversals SET original_amount = original_amount + 1`,
    ['reversals-as-hashed', 'reversals-add-up'],
  ],
  [
    'a reversal of another original',
    `UPDATE reversals SET original_id = (SELECT id FROM transactions WHERE type = 'conversion') WHERE number = 1;
     UPDATE reversals SET number = 1, original_id = (SELECT id FROM transactions WHERE type = 'conversion') WHERE number = 3`,
    ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
  ],
  [
    'credits that a reversal did not take',
    `UPDATE reversals SET taken = taken + 1, owed = owed - 1 WHERE kind = 'reversal'`,
    ['reversals-as-hashed', 'reversals-match-transactions'],
  ],
  [
    'a reinstatement of more than its reversal',
    `UPDATE reversals SET asked = 100, owed = 15, written_off = 85, reversed_after = 0 WHERE kind = 'reinstatement';
     UPDATE reversals SET asked = 99, owed = 49 WHERE kind = 'reversal'`,
    ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
  ],
  [
    'a debt that is forgotten',
    `UPDATE accounts SET owed = 0 WHERE owner_id = 'grace'`,
    ['owed-equals-debts'],
  ],
  [
    'a debt of a user who owes nothing',
    `UPDATE accounts SET owed = 1 WHERE id = ${aliceGold}`,
    ['owed-equals-debts'],
  ],
  [
    'a repayment that is not counted',
    `DELETE FROM debt_events WHERE kind = 'repay'`,
    ['debts-as-hashed', 'debts-add-up'],
  ],
  [
    'a repayment to another account',
    `UPDATE debt_events SET source = 'promotions' WHERE kind = 'repay'`,
    ['debts-as-hashed', 'debts-add-up', 'debts-match-transactions'],
  ],
  ['a debt of another user', `UPDATE debt_events SET user_id = 'alice'`, ['debts-match-transactions']],
  [
    'forgiveness turned into a repayment',
    `UPDATE debt_events SET kind = 'repay' WHERE kind = 'forgive'`,
    ['debts-as-hashed', 'debts-match-transactions'],
  ],
  [
    'no debts at all',
    `DELETE FROM debt_events`,
    ['reversals-match-transactions', 'debts-as-hashed', 'owed-equals-debts'],
  ],
  [
    'a user in the wrong shard',
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT (wallet_shard('alice') + 1) % 16, id, owner_kind, owner_id, asset_code,
            account_genesis_hash(((wallet_shard('alice') + 1) % 16)::smallint, id, owner_kind, owner_id, asset_code),
            now(), now()
     FROM (SELECT gen_random_uuid() AS id, 'user' AS owner_kind, 'alice' AS owner_id, 'GOLD' AS asset_code) AS second`,
    ['users-in-their-shard'],
  ],
  [
    'a released account of a frozen wallet',
    `UPDATE accounts SET frozen_at = NULL WHERE owner_id = 'bob' AND asset_code = 'GOLD'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a wallet released without a record',
    `UPDATE accounts SET frozen_at = NULL WHERE owner_id = 'bob'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a wallet frozen without a record',
    `UPDATE accounts SET frozen_at = now() WHERE owner_id = 'alice'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a freeze removed from the history',
    `DELETE FROM wallet_freezes WHERE number = 2`,
    ['freezes-take-turns', 'places-gapless'],
  ],
  [
    'a freeze turned into a release',
    `UPDATE wallet_freezes SET action = 'unfreeze' WHERE number = 1`,
    ['freezes-take-turns'],
  ],
  [
    'a freeze dated after its successor',
    `UPDATE wallet_freezes SET created_at = created_at + interval '1 day' WHERE number = 1`,
    ['freezes-take-turns', 'places-gapless'],
  ],
  [
    'a head set back, which would assign a place twice',
    `UPDATE shard_heads SET last = last - 1 WHERE shard = wallet_shard('alice')`,
    ['places-gapless'],
  ],
  [
    'two transactions with swapped places',
    `UPDATE transactions SET place = 1000 WHERE place = 1 AND shard = wallet_shard('alice');
     UPDATE transactions SET place = 1 WHERE type = 'spend';
     UPDATE transactions SET place = (SELECT last FROM shard_heads WHERE shard = wallet_shard('alice'))
     WHERE place = 1000`,
    ['hash-chain', 'places-gapless'],
  ],
];

it.each(forgeries)('finds %s', async (forgery, sql, invariants) => {
  await forge(service.database, sql);
  const report = await service.app.get(Verification).verify();
  const broken = report.invariants.filter(({ ok }) => !ok);
  expect(broken.map(({ name }) => name)).toEqual(invariants);
  expect(report.ok).toBe(false);
  for (const { violations, examples } of broken) {
    expect(violations).toBeGreaterThan(0);
    expect(examples.length).toBeGreaterThan(0);
  }
  // To an audit of what is new, so far every record is.
  const foundAsNew = await auditNew();
  expect(invariants).toEqual(expect.arrayContaining(foundAsNew));
  expect(foundAsNew.length > 0).toBe(!onlyFullAuditsFind.has(forgery));
});

/** Records that a transaction does not lead to, and one that is placed after the head. */
const onlyFullAuditsFind = new Set([
  'operations of another transaction',
  'a user in the wrong shard',
  'a head set back, which would assign a place twice',
]);

/** The invariants that an audit of what is new finds broken. */
async function auditNew(): Promise<string[]> {
  await service.app.get(Audits).auditIf('new', () => Promise.resolve(true));
  const { rows } = await withClient(service.database.url, (owner) =>
    owner.query<{ name: string }>(
      `SELECT invariant ->> 'name' AS name FROM ledger_verifications, jsonb_array_elements(invariants) AS invariant
       WHERE scope = 'new' AND state = 'finished' AND NOT (invariant ->> 'ok')::boolean`,
    ),
  );
  return rows.map(({ name }) => name);
}
