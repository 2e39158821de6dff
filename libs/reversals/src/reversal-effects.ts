import type { EffectKind, ShownAs } from '@app/ledger';
import { whole } from './parts.js';
import { reversalsAsHashed } from './reversal-invariants.js';
import { effectName, type ReversalRow } from './reversal-row.js';

/** Reversals and reinstatements are recorded with their transactions. */
export const reversalEffects: EffectKind<ReversalRow> = {
  name: effectName,
  texts: (row) => [
    row.originalId,
    String(row.operation),
    String(row.number),
    row.kind,
    row.cause,
    row.asset,
    String(row.asked),
    String(row.taken),
    String(row.owed),
    String(row.writtenOff),
    String(row.originalAmount),
    String(row.reversedAfter),
    String(row.balanceAfter),
    row.reinstates,
  ],

  /** A number that is taken is a defect: the primary key fails the posting. */
  write: (queryRunner, effects) => {
    const shards = effects.map(({ shard }) => shard);
    const column = <Member extends keyof ReversalRow>(member: Member) =>
      effects.map(({ data }) => data[member]);
    return queryRunner.query(
      `INSERT INTO reversals
         (shard, transaction_id, original_id, operation, number, kind, cause, asset_code, asked, taken, owed, written_off,
          original_amount, reversed_after, balance_after, reinstates)
       SELECT shards.shard, transaction_id, original_id, operation, number, kind, cause, asset_code, asked, taken, owed, written_off,
              original_amount, reversed_after, balance_after, reinstates
       FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::smallint[], $5::bigint[], $6::text[], $7::text[], $8::text[],
                   $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[],
                   $16::uuid[])
            AS reversal (shard, transaction_id, original_id, operation, number, kind, cause, asset_code, asked, taken, owed,
                         written_off, original_amount, reversed_after, balance_after, reinstates)
       JOIN shards ON shards.shard = reversal.shard AND shards.shard = ANY ($17::smallint[])`,
      [
        shards,
        effects.map(({ transactionId }) => transactionId),
        column('originalId'),
        column('operation'),
        column('number'),
        column('kind'),
        column('cause'),
        column('asset'),
        column('asked'),
        column('taken'),
        column('owed'),
        column('writtenOff'),
        column('originalAmount'),
        column('reversedAfter'),
        column('balanceAfter'),
        column('reinstates'),
        [...new Set(shards)],
      ],
    );
  },

  invariant: reversalsAsHashed,

  shownAs: { read: readReversals, members: (rows) => membersOf(rows) },
};

type Row = Pick<ReversalRow, 'originalId' | 'operation' | 'kind' | 'cause' | 'asset' | 'reinstates'> &
  Record<
    Exclude<keyof ReversalRow, 'originalId' | 'operation' | 'kind' | 'cause' | 'asset' | 'reinstates'>,
    string
  > & {
    transactionId: string;
  };

/** The columns of `reversals r` as a `Row`. */
export const reversalColumns = `
  r.transaction_id AS "transactionId", r.original_id AS "originalId", r.operation, r.number, r.kind, r.cause,
  r.asset_code AS asset, r.asked, r.taken, r.owed, r.written_off AS "writtenOff", r.original_amount AS "originalAmount",
  r.reversed_after AS "reversedAfter", r.balance_after AS "balanceAfter", r.reinstates`;

export function reversalOf({ transactionId: _id, ...row }: Row): ReversalRow {
  return {
    ...row,
    number: Number(row.number),
    asked: Number(row.asked),
    taken: Number(row.taken),
    owed: Number(row.owed),
    writtenOff: Number(row.writtenOff),
    originalAmount: Number(row.originalAmount),
    reversedAfter: Number(row.reversedAfter),
    balanceAfter: Number(row.balanceAfter),
  };
}

async function readReversals(...[database, shards, ids]: Parameters<ShownAs<ReversalRow>['read']>) {
  const rows = await database.query<Row[]>(
    `SELECT ${reversalColumns} FROM reversals r
     WHERE r.shard = ANY ($1::smallint[]) AND r.transaction_id = ANY ($2::uuid[])
     ORDER BY r.transaction_id, r.operation`,
    [shards, ids],
  );
  return rows.map((row) => ({ transactionId: row.transactionId, data: reversalOf(row) }));
}

/** What became of one part, in the answer of its transaction. */
export interface ReversedPart {
  operation: number;
  asset: string;
  number: number;
  asked: number;
  /** What was taken or given back. */
  amount: number;
  owed: number;
  writtenOff: number;
}

/** The members of the first part, and of each if the original has several. */
function membersOf(rows: readonly ReversalRow[]) {
  const [first] = rows;
  if (!first) return {};
  const { originalId, number, reinstates, asset, taken, balanceAfter, asked, owed, writtenOff } = first;
  return {
    asset,
    amount: taken,
    balance: balanceAfter,
    ...(reinstates === null ? { reverses: { id: originalId, number } } : { reinstates: { id: reinstates } }),
    asked,
    owed,
    writtenOff,
    ...(first.operation !== whole && { parts: rows.map(partOf) }),
  };
}

function partOf({ operation, asset, number, asked, taken, owed, writtenOff }: ReversalRow): ReversedPart {
  return { operation, asset, number, asked, amount: taken, owed, writtenOff };
}
