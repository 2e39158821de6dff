import { joinLastDebtNumbers, selectSettled } from '@app/debts';
import type { Asking, Fact, FactStatement } from '@app/ledger';
import type { Asked, AskedReinstatement, AskedReversal } from './asked.js';
import type { Cause } from './cause.js';

/** What became of an amount. */
export interface Figures {
  asked: number;
  taken: number;
  owed: number;
  writtenOff: number;
}

/** What is on record about a part that a request names. */
export interface PartFact {
  /** The latest number and the running total. */
  number: number;
  reversed: number;
  /** The number of the latest debt event of the user's account in the asset of the part. */
  lastDebtNumber: number;
  /** Of a reinstatement: the reversal, what was reinstated of it, and how its debt was settled. */
  reversal?: Figures & { cause: Cause };
  reinstated: Figures;
  repaid: number;
  forgiven: number;
}

interface Row extends Fact {
  originalId: string;
  operation: number;
  reversalId: string | null;
  cause: Cause | null;
  /** Texts: bigint and numeric. */
  figures: Record<string, string | null>;
}

// mutant: running total
const latestTotal = 'SELECT number, reversed_after FROM reversals';

/** Reads the running totals of the parts that the requests name. Behind the locks, so earlier reversals are in it. */
export function readParts(asking: readonly Asking<Asked>[]): FactStatement | undefined {
  const wanted = asking.flatMap(({ shard, userId, asked }) =>
    asked.kind === 'reversal' || asked.kind === 'reinstatement'
      ? asked.parts.map((part) => ({ shard, userId, asked, part }))
      : [],
  );
  if (wanted.length === 0) return undefined;
  return {
    sql: `SELECT wanted.original_id AS "originalId", wanted.operation, wanted.reversal_id AS "reversalId", reversal.cause,
                 jsonb_build_object(
                   'number', latest.number::text, 'reversed', latest.reversed_after::text,
                   'lastDebtNumber', debts.last_number::text,
                   'asked', reversal.asked::text, 'taken', reversal.taken::text, 'owed', reversal.owed::text,
                   'writtenOff', reversal.written_off::text,
                   'reinstatedAsked', reinstated.asked::text, 'reinstatedTaken', reinstated.taken::text,
                   'reinstatedOwed', reinstated.owed::text, 'reinstatedWrittenOff', reinstated.written_off::text,
                   'repaid', settled.repaid::text, 'forgiven', settled.forgiven::text
                 ) AS figures
          FROM unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[], $5::smallint[], $6::uuid[])
               AS wanted (shard, user_id, asset_code, original_id, operation, reversal_id)
          LEFT JOIN LATERAL (
            ${latestTotal}
            WHERE shard = wanted.shard AND shard = ANY ($7::smallint[]) AND original_id = wanted.original_id
              AND operation = wanted.operation
            ORDER BY number DESC LIMIT 1
          ) AS latest ON true
          LEFT JOIN LATERAL (
            SELECT cause, asked, taken, owed, written_off FROM reversals
            WHERE shard = wanted.shard AND shard = ANY ($7::smallint[]) AND transaction_id = wanted.reversal_id
              AND operation = wanted.operation
          ) AS reversal ON true
          LEFT JOIN LATERAL (
            SELECT sum(asked) AS asked, sum(taken) AS taken, sum(owed) AS owed, sum(written_off) AS written_off FROM reversals
            WHERE shard = wanted.shard AND shard = ANY ($7::smallint[]) AND reinstates = wanted.reversal_id
              AND operation = wanted.operation
          ) AS reinstated ON true
          LEFT JOIN LATERAL (${selectSettled('wanted', '$7')}) AS settled ON true
          ${joinLastDebtNumbers('wanted', '$7')}`,
    parameters: [
      wanted.map(({ shard }) => shard),
      wanted.map(({ userId }) => userId),
      wanted.map(({ part }) => part.asset),
      wanted.map(({ asked }) => asked.originalId),
      wanted.map(({ part }) => part.operation),
      wanted.map(({ asked }) => reversalIdOf(asked)),
      // mutant: asked parts
      [...new Set(wanted.map(({ shard }) => shard))],
    ],
  };
}

function reversalIdOf(asked: AskedReversal | AskedReinstatement): string | null {
  return asked.kind === 'reinstatement' ? asked.reversalId : null;
}

/** The facts by `factKey`. */
export function factsOf(facts: readonly Fact[]): ReadonlyMap<string, PartFact> {
  return new Map(
    (facts as readonly Row[]).map(({ originalId, operation, reversalId, cause, figures }) => {
      const figure = (name: string) => Number(figures[name] ?? 0);
      const fact: PartFact = {
        number: figure('number'),
        reversed: figure('reversed'),
        lastDebtNumber: figure('lastDebtNumber'),
        reinstated: {
          asked: figure('reinstatedAsked'),
          taken: figure('reinstatedTaken'),
          owed: figure('reinstatedOwed'),
          writtenOff: figure('reinstatedWrittenOff'),
        },
        repaid: figure('repaid'),
        forgiven: figure('forgiven'),
      };
      if (cause !== null) {
        const [asked, taken, owed, writtenOff] = ['asked', 'taken', 'owed', 'writtenOff'].map(figure) as [
          number,
          number,
          number,
          number,
        ];
        fact.reversal = { cause, asked, taken, owed, writtenOff };
      }
      return [factKey({ originalId, operation, reversalId }), fact];
    }),
  );
}

export function factKey(of: { originalId: string; operation: number; reversalId: string | null }): string {
  return `${of.originalId}/${of.operation}/${of.reversalId ?? ''}`;
}
