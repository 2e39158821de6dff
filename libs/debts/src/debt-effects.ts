import type { EffectKind, RecordedTransaction, ShownAs } from '@app/ledger';
import { type DebtEvent, effectName } from './debt-event.js';
import { debtsAsHashed } from './debt-invariants.js';

/** Debts are recorded with the transactions that change them. */
export const debtEffects: EffectKind<DebtEvent> = {
  name: effectName,
  texts: (event) => [
    event.accountId,
    String(event.number),
    event.reversalId,
    String(event.operation),
    event.kind,
    String(event.amount),
    event.source,
    String(event.outstandingAfter),
    String(event.owedAfter),
    String(event.balanceAfter),
  ],

  /** A number that is taken is a defect: the primary key fails the posting. */
  write: (queryRunner, effects) => {
    const shards = effects.map(({ shard }) => shard);
    const column = <Member extends keyof DebtEvent>(member: Member) =>
      effects.map(({ data }) => data[member]);
    return queryRunner.query(
      `INSERT INTO debt_events
         (shard, account_id, number, user_id, asset_code, transaction_id, reversal_id, operation, kind, amount, source,
          outstanding_after, owed_after, balance_after)
       SELECT shards.shard, account_id, number, user_id, asset_code, transaction_id, reversal_id, operation, kind, amount, source,
              outstanding_after, owed_after, balance_after
       FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::smallint[],
                   $9::text[], $10::bigint[], $11::text[], $12::bigint[], $13::bigint[], $14::bigint[])
            AS event (shard, account_id, number, user_id, asset_code, transaction_id, reversal_id, operation, kind, amount,
                      source, outstanding_after, owed_after, balance_after)
       JOIN shards ON shards.shard = event.shard AND shards.shard = ANY ($15::smallint[])`,
      [
        shards,
        column('accountId'),
        column('number'),
        effects.map(({ userId }) => userId),
        column('asset'),
        effects.map(({ transactionId }) => transactionId),
        column('reversalId'),
        column('operation'),
        column('kind'),
        column('amount'),
        column('source'),
        column('outstandingAfter'),
        column('owedAfter'),
        column('balanceAfter'),
        [...new Set(shards)],
      ],
    );
  },

  invariant: debtsAsHashed,

  shownAs: { read: readDebtEvents, members: membersOf },
};

interface Row extends Pick<
  DebtEvent,
  'accountId' | 'asset' | 'reversalId' | 'operation' | 'kind' | 'source'
> {
  transactionId: string;
  number: string;
  amount: string;
  outstandingAfter: string;
  owedAfter: string;
  balanceAfter: string;
}

async function readDebtEvents(...[database, shards, ids]: Parameters<ShownAs<DebtEvent>['read']>) {
  const rows = await database.query<Row[]>(
    `SELECT transaction_id AS "transactionId", account_id AS "accountId", number, asset_code AS asset,
            reversal_id AS "reversalId", operation, kind, amount, source, outstanding_after AS "outstandingAfter",
            owed_after AS "owedAfter", balance_after AS "balanceAfter"
     FROM debt_events
     WHERE shard = ANY ($1::smallint[]) AND transaction_id = ANY ($2::uuid[])
     ORDER BY transaction_id, account_id, number`,
    [shards, ids],
  );
  return rows.map(({ transactionId, ...row }) => ({
    transactionId,
    data: {
      ...row,
      number: Number(row.number),
      amount: Number(row.amount),
      outstandingAfter: Number(row.outstandingAfter),
      owedAfter: Number(row.owedAfter),
      balanceAfter: Number(row.balanceAfter),
    },
  }));
}

/** How an event shows which debt it settles. */
export interface SettledDebt {
  /** The reversal that incurred the debt. */
  id: string;
  /** The part of the original, if it had several. */
  operation?: number;
  amount: number;
  /** What is left of the debt. */
  outstanding: number;
}

/** The answers to reversals and reinstatements say in their own members what is owed. */
function membersOf(events: readonly DebtEvent[], { type }: RecordedTransaction) {
  if (type === 'repayment') return { repays: events.map(settledDebt) };
  if (type !== 'forgiveness') return {};
  const last = events.at(-1);
  if (!last) return {};
  return {
    asset: last.asset,
    amount: events.reduce((sum, { amount }) => sum + amount, 0),
    balance: last.balanceAfter,
    owed: last.owedAfter,
    forgives: events.map(settledDebt),
  };
}

function settledDebt({ reversalId, operation, amount, outstandingAfter }: DebtEvent): SettledDebt {
  return { id: reversalId, ...(operation >= 0 && { operation }), amount, outstanding: outstandingAfter };
}
