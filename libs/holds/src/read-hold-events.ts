import type { ShownAs } from '@app/ledger';
import type { HoldEvent } from './hold-event.js';
import { holdColumns, type HoldRow, toHold } from './hold-facts.js';
import type { Hold } from './hold.js';

interface Row extends HoldRow {
  transactionId: string;
  number: number;
  kind: HoldEvent['kind'];
  eventCaptured: string;
  eventReleased: string;
  capturedAfter: string;
  releasedAfter: string;
  at: Date;
  balance: string;
  held: string;
  owed: string;
}

/** The events of these transactions, each with the hold as of then. */
export const readHoldEvents: ShownAs<HoldEvent>['read'] = async (database, shards, ids) => {
  const rows = await database.query<Row[]>(
    `SELECT ${holdColumns}, e.transaction_id AS "transactionId", e.number, e.kind, e.captured AS "eventCaptured",
            e.released AS "eventReleased", e.captured_after AS "capturedAfter", e.released_after AS "releasedAfter", e.at,
            e.balance_after AS balance, e.held_after AS held, e.owed_after AS owed
     FROM hold_events e
     JOIN holds h ON h.shard = e.shard AND h.id = e.hold_id AND h.shard = ANY ($1::smallint[])
     JOIN accounts a ON a.shard = h.shard AND a.id = h.account_id AND a.shard = ANY ($1::smallint[])
     JOIN transactions t ON t.shard = h.shard AND t.id = h.id AND t.shard = ANY ($1::smallint[])
     WHERE e.shard = ANY ($1::smallint[]) AND e.transaction_id = ANY ($2::uuid[])`,
    [shards, ids],
  );
  return rows.map((row) => ({ transactionId: row.transactionId, data: toEvent(row) }));
};

const closedBy: Record<HoldEvent['kind'], Hold['status']> = {
  hold: 'open',
  capture: 'captured',
  void: 'voided',
  lapse: 'lapsed',
};

function toEvent(row: Row): HoldEvent {
  const { number, kind, at } = row;
  const now = toHold(row);
  const [captured, released] = [Number(row.capturedAfter), Number(row.releasedAfter)];
  const isOpen = captured + released < now.amount;
  return {
    ...{ number, kind, at, captured: Number(row.eventCaptured), released: Number(row.eventReleased) },
    ...{ balance: Number(row.balance), held: Number(row.held), owed: Number(row.owed) },
    hold: {
      ...now,
      captured,
      released,
      status: isOpen ? 'open' : closedBy[kind],
      closedAt: isOpen ? null : at,
    },
  };
}
