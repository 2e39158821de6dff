import { appendOnly, preparedDatabase } from './refusals.js';

/** Bob has a captured and an open hold. */
const database = preparedDatabase(async (post) => {
  const hold = await post('/v1/wallets/bob/GOLD/holds', { amount: 5 });
  await post(`/v1/wallets/bob/GOLD/holds/${hold.id}/capture`, {});
  await post('/v1/wallets/bob/GOLD/holds', { amount: 5 });
});

/** Another event of bob's open hold; each value is SQL. */
function holdEvent(
  given: Partial<Record<'number' | 'kind' | 'captured' | 'released' | 'transaction' | 'balance', string>>,
) {
  const { number = '2', kind = `'capture'`, captured = '1', released = '0', balance = '100' } = given;
  const { transaction: by = 'gen_random_uuid()' } = given;
  return `INSERT INTO hold_events (shard, hold_id, number, kind, transaction_id, captured, released, captured_after,
                                   released_after, at, balance_after, held_after, owed_after)
          SELECT shard, id, ${number}, ${kind}, ${by}, ${captured}, ${released}, 1, 1, now(), ${balance}, 4, 0
          FROM holds WHERE closed_at IS NULL;`;
}

database.refuses([
  [
    'a hold captured beyond its amount',
    `UPDATE holds SET captured = amount + 1, events = events + 1, closed_at = now(), closed_as = 'captured'
     WHERE closed_at IS NULL`,
    /holds_within_their_amount/,
  ],
  [
    'a hold captured and released beyond its amount',
    `UPDATE holds SET captured = amount, released = 1, events = events + 1, closed_at = now(),
       closed_as = 'captured' WHERE closed_at IS NULL`,
    /holds_within_their_amount/,
  ],
  [
    'a used-up hold that stays open',
    `UPDATE holds SET captured = amount, events = events + 1 WHERE closed_at IS NULL`,
    /holds_closed_when_used_up/,
  ],
  [
    'a hold closed for no reason',
    `UPDATE holds SET captured = amount, closed_at = now(), events = events + 1 WHERE closed_at IS NULL`,
    /holds_closed_for_a_reason/,
  ],
  [
    'a closed hold that opens again',
    `UPDATE holds SET captured = 0, closed_at = NULL, closed_as = NULL, events = events + 1 WHERE closed_as = 'captured'`,
    /append-only/,
  ],
  [
    'a hold of which less is captured',
    `UPDATE holds SET captured = captured + 1, events = events + 1 WHERE closed_at IS NULL;
     UPDATE holds SET captured = captured - 1, events = events + 1 WHERE closed_at IS NULL`,
    /append-only/,
  ],
  ['a longer hold', `UPDATE holds SET expires_at = expires_at + interval '1 day'`, appendOnly],
  ['a larger hold', `UPDATE holds SET amount = amount + 1`, appendOnly],
  ['a deleted hold', `DELETE FROM holds`, appendOnly],
  ['emptied holds', `TRUNCATE holds, hold_events`, appendOnly],
  [
    'an event of a hold with a taken number',
    holdEvent({ number: '1', kind: `'hold'`, captured: '0' }),
    /hold_events_pkey/,
  ],
  ['an event without its transaction', holdEvent({}), /hold_events_shard_transaction_id_fkey/],
  [
    'a first event that is no authorisation',
    holdEvent({ kind: `'hold'`, captured: '0' }),
    /hold_events_first/,
  ],
  ['a capture of nothing', holdEvent({ captured: '0' }), /hold_events_do_something/],
  ['a void that captures', holdEvent({ kind: `'void'`, released: '1' }), /hold_events_do_something/],
  [
    'an event with less in the balance than is held',
    holdEvent({ balance: '3' }),
    /hold_events_held_is_there/,
  ],
  ['a sum below what an event adds', holdEvent({ captured: '2' }), /hold_events_running/],
  [
    'two events of one transaction',
    holdEvent({ transaction: '(SELECT transaction_id FROM hold_events e WHERE e.hold_id = holds.id)' }),
    /hold_events_one_per_transaction/,
  ],
  ['a changed event of a hold', `UPDATE hold_events SET captured = 2`, appendOnly],
  ['a deleted event of a hold', `DELETE FROM hold_events`, appendOnly],
  ['emptied events of holds', `TRUNCATE hold_events`, appendOnly],
]);
