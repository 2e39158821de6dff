import type pg from 'pg';

/** What the tables say about holds, reversals and debts. Accounts are named `userId/asset`. */
export interface ReservedState {
  /** The time of the database. */
  now: Date;
  accounts: Map<string, { held: number; owed: number }>;
  holds: Map<string, StoredHold>;
  /** In the order of their numbers, by hold. */
  holdEvents: StoredHoldEvent[];
  /** In the order of their numbers, by original. */
  reversals: StoredReversal[];
  /** In the order of their numbers, by account. */
  debtEvents: StoredDebtEvent[];
}

export interface StoredHold {
  account: string;
  amount: number;
  captured: number;
  expiresAt: Date;
  closedAs: string | null;
}

export interface StoredHoldEvent {
  holdId: string;
  number: number;
  kind: string;
  transactionId: string;
  captured: number;
  released: number;
  balance: number;
  held: number;
  owed: number;
  /** When it was booked. */
  createdAt: Date;
}

export interface StoredReversal {
  originalId: string;
  number: number;
  transactionId: string;
  asked: number;
  taken: number;
  owed: number;
  writtenOff: number;
  reversedAfter: number;
}

export interface StoredDebtEvent {
  account: string;
  number: number;
  kind: string;
  transactionId: string;
  amount: number;
  owedAfter: number;
}

/** Every number is exact: a run moves little. */
export async function readReserved(client: pg.Client): Promise<ReservedState> {
  const read = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  const name = `a.owner_id || '/' || a.asset_code`;
  const [clock] = await read<{ now: Date }>(`SELECT clock_timestamp() AS now`);
  const accounts = await read<{ account: string; held: number; owed: number }>(
    `SELECT ${name} AS account, a.held::float8 AS held, a.owed::float8 AS owed FROM accounts a WHERE a.owner_kind = 'user'`,
  );
  const holds = await read<StoredHold & { id: string }>(
    `SELECT h.id, ${name} AS account, h.amount::float8 AS amount, h.captured::float8 AS captured,
            h.expires_at AS "expiresAt", h.closed_as AS "closedAs"
     FROM holds h JOIN accounts a ON a.shard = h.shard AND a.id = h.account_id`,
  );
  return {
    now: clock!.now,
    accounts: new Map(accounts.map(({ account, ...figures }) => [account, figures])),
    holds: new Map(holds.map(({ id, ...hold }) => [id, hold])),
    holdEvents: await read<StoredHoldEvent>(
      `SELECT e.hold_id AS "holdId", e.number, e.kind, e.transaction_id AS "transactionId", e.captured::float8 AS captured,
              e.released::float8 AS released, e.balance_after::float8 AS balance, e.held_after::float8 AS held,
              e.owed_after::float8 AS owed, t.created_at AS "createdAt"
       FROM hold_events e JOIN transactions t ON t.shard = e.shard AND t.id = e.transaction_id
       ORDER BY e.hold_id, e.number`,
    ),
    reversals: await read<StoredReversal>(
      `SELECT original_id AS "originalId", number::float8 AS number, transaction_id AS "transactionId", asked::float8 AS asked,
              taken::float8 AS taken, owed::float8 AS owed, written_off::float8 AS "writtenOff",
              reversed_after::float8 AS "reversedAfter"
       FROM reversals WHERE kind = 'reversal' ORDER BY original_id, number`,
    ),
    debtEvents: await read<StoredDebtEvent>(
      `SELECT ${name} AS account, e.number::float8 AS number, e.kind, e.transaction_id AS "transactionId",
              e.amount::float8 AS amount, e.owed_after::float8 AS "owedAfter"
       FROM debt_events e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
       ORDER BY e.account_id, e.number`,
    ),
  };
}
