import type { LiveMembers, Part as DatabasePart, RecordedTransaction } from '@app/ledger';
import type { Cause } from './cause.js';
import { isReversible, type Part, partsOf, whole } from './parts.js';
import { reversalColumns, reversalOf } from './reversal-effects.js';
import type { ReversalRow } from './reversal-row.js';

/** One reversal or reinstatement of a transaction, as shown with it. */
export interface ReversalItem {
  id: string;
  kind: 'reversal' | 'reinstatement';
  cause: Cause;
  operation?: number;
  asked: number;
  amount: number;
  owed: number;
  writtenOff: number;
  createdAt: string;
}

/** How much of a transaction is reversed. */
export interface ReversalState {
  /** Whether its type can be reversed at all. */
  reversible: boolean;
  /** The running totals of all its parts. */
  reversed: number;
  remaining: number;
  /** Oldest first. */
  items: ReversalItem[];
  /** Each operation that can be reversed, if the transaction consists of operations. */
  parts?: { operation: number; asset: string; reversed: number; remaining: number }[];
}

/** Shows with a transaction what was reversed of it. */
export const liveReversals: LiveMembers = {
  name: 'reversal',
  read: async (database, transaction) => ({ reversal: await readReversalState(database, transaction) }),
};

async function readReversalState(
  database: DatabasePart,
  transaction: RecordedTransaction,
): Promise<ReversalState> {
  const parts =
    isReversible(transaction.type) || transaction.type === 'operations' ? partsOf(transaction) : [];
  if (parts.length === 0) return { reversible: false, reversed: 0, remaining: 0, items: [] };
  const rows = await readRows(database, transaction.id);
  const totals = parts.map((part) => totalOf(part, rows));
  return {
    reversible: true,
    reversed: sum(totals.map(({ reversed }) => reversed)),
    remaining: sum(totals.map(({ remaining }) => remaining)),
    items: rows.map(itemOf),
    ...(parts.some(({ operation }) => operation !== whole) && { parts: totals }),
  };
}

type StoredRow = ReversalRow & { transactionId: string; createdAt: Date };

async function readRows({ database, shards }: DatabasePart, originalId: string): Promise<StoredRow[]> {
  const rows = await database.query<(Parameters<typeof reversalOf>[0] & { createdAt: Date })[]>(
    `SELECT ${reversalColumns}, t.created_at AS "createdAt"
     FROM reversals r JOIN transactions t ON t.shard = r.shard AND t.id = r.transaction_id
     WHERE r.shard = ANY ($1::smallint[]) AND t.shard = ANY ($1::smallint[]) AND r.original_id = $2
     ORDER BY t.place, r.operation`,
    [shards, originalId],
  );
  return rows.map(({ createdAt, ...row }) => ({
    ...reversalOf(row),
    transactionId: row.transactionId,
    createdAt,
  }));
}

function totalOf({ operation, asset, amount }: Part, rows: readonly StoredRow[]) {
  const reversed = rows.findLast((row) => row.operation === operation)?.reversedAfter ?? 0;
  return { operation, asset, reversed, remaining: amount - reversed };
}

function itemOf(row: StoredRow): ReversalItem {
  const {
    transactionId: id,
    kind,
    cause,
    operation,
    asked,
    taken: amount,
    owed,
    writtenOff,
    createdAt,
  } = row;
  return {
    id,
    kind,
    cause,
    ...(operation !== whole && { operation }),
    asked,
    amount,
    owed,
    writtenOff,
    createdAt: createdAt.toISOString(),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
