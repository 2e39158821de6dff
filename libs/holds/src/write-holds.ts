import type { EffectKind, PlacedEffect } from '@app/ledger';
import type { HoldEvent } from './hold-event.js';

type Write = EffectKind<HoldEvent>['write'];

/** Brings the rows of holds to their latest event in the batch, and inserts new ones. */
export const updateHolds: Write = (queryRunner, effects) => {
  const latest = [...new Map(effects.map((effect) => [effect.data.hold.id, effect])).values()];
  const shards = latest.map(({ shard }) => shard);
  const hold = <Member extends keyof HoldEvent['hold']>(member: Member) =>
    latest.map(({ data }) => data.hold[member]);
  return queryRunner.query(
    `INSERT INTO holds (shard, id, account_id, place, amount, captured, released, events, expires_at, closed_at, closed_as)
     SELECT shards.shard, changed.id, a.id, changed.place, changed.amount, changed.captured, changed.released,
            changed.events, changed.expires_at, changed.closed_at, changed.closed_as
     FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
                 $9::integer[], $10::timestamptz[], $11::timestamptz[], $12::text[])
          AS changed (shard, id, user_id, asset, place, amount, captured, released, events, expires_at, closed_at, closed_as)
     JOIN shards ON shards.shard = changed.shard AND shards.shard = ANY ($13::smallint[])
     JOIN accounts a
       ON a.shard = shards.shard AND a.owner_kind = 'user' AND a.owner_id = changed.user_id
         AND a.asset_code = changed.asset AND a.shard = ANY ($13::smallint[])
     ON CONFLICT (shard, id) DO UPDATE SET
       captured = excluded.captured, released = excluded.released, events = excluded.events,
       closed_at = excluded.closed_at, closed_as = excluded.closed_as`,
    [
      shards,
      hold('id'),
      latest.map(({ userId }) => userId),
      hold('asset'),
      latest.map(({ place }) => place),
      hold('amount'),
      hold('captured'),
      hold('released'),
      latest.map(({ data }) => data.number),
      hold('expiresAt'),
      hold('closedAt'),
      latest.map(({ data: { hold } }) => (hold.status === 'open' ? null : hold.status)),
      [...new Set(shards)],
    ],
  );
};

/** The dense number is what two events of a hold collide on, should a lock ever be missing. */
export const appendHoldEvents: Write = (queryRunner, effects) => {
  const shards = effects.map(({ shard }) => shard);
  const column = <Value>(of: (data: HoldEvent, effect: PlacedEffect<HoldEvent>) => Value) =>
    effects.map((effect) => of(effect.data, effect));
  return queryRunner.query(
    `INSERT INTO hold_events
       (shard, hold_id, number, kind, transaction_id, captured, released, captured_after, released_after, at,
        balance_after, held_after, owed_after)
     SELECT shards.shard, hold_id, number, kind, transaction_id, captured, released, captured_after, released_after, at,
            balance_after, held_after, owed_after
     FROM unnest($1::smallint[], $2::uuid[], $3::integer[], $4::text[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[],
                 $9::bigint[], $10::timestamptz[], $11::bigint[], $12::bigint[], $13::bigint[])
          AS event (shard, hold_id, number, kind, transaction_id, captured, released, captured_after, released_after, at,
                    balance_after, held_after, owed_after)
     JOIN shards ON shards.shard = event.shard AND shards.shard = ANY ($14::smallint[])`,
    [
      shards,
      column(({ hold }) => hold.id),
      column(({ number }) => number),
      column(({ kind }) => kind),
      column((_data, { transactionId }) => transactionId),
      column(({ captured }) => captured),
      column(({ released }) => released),
      column(({ hold }) => hold.captured),
      column(({ hold }) => hold.released),
      column(({ at }) => at),
      column(({ balance }) => balance),
      column(({ held }) => held),
      column(({ owed }) => owed),
      [...new Set(shards)],
    ],
  );
};
