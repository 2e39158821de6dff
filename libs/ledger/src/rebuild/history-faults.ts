import type { EntityManager } from 'typeorm';
import { ledgerInvariants } from '../verification/invariants.js';

/** A fault in the entries themselves, from which no projection can be rebuilt. */
export interface HistoryFault {
  shard: number;
  name: string;
  violations: number;
  /** The first few of them. */
  examples: string[];
}

/** The audit's invariants that concern entries alone, whatever the accounts say. */
const ofTheAudit = ledgerInvariants.filter(({ name }) =>
  ['entries-consecutive', 'hash-chain', 'transactions-balanced'].includes(name),
);

const ofTheRebuild = [
  {
    // The entries of an account count from 1 without a gap.
    name: 'entries-gapless',
    sql: `
      SELECT account_id::text AS subject, min(version) <> 1 OR max(version) <> count(*) AS bad
      FROM entries WHERE shard = $1
      GROUP BY account_id`,
  },
  {
    // The account's head must be one of its entries. It may lag behind them, but if it is none of them, entries are missing at
    // the end, and a new head would hide that forever.
    name: 'heads-in-their-chain',
    sql: `
      SELECT a.id::text AS subject,
             a.head_hash <> account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code)
               AND NOT EXISTS (
                 SELECT FROM entries e WHERE e.shard = $1 AND e.account_id = a.id AND e.hash = a.head_hash
               ) AS bad
      FROM accounts a WHERE a.shard = $1`,
  },
];

/** Checks the history of a shard; empty if it is intact. */
export async function historyFaults(manager: EntityManager, shard: number): Promise<HistoryFault[]> {
  const faults: HistoryFault[] = [];
  for (const { name, sql } of [...ofTheAudit, ...ofTheRebuild]) {
    const [found] = await manager.query<{ violations: number; examples: string[] | null }[]>(
      `SELECT count(*)::int AS violations, (array_agg(subject))[1:5] AS examples
       FROM (${sql}) AS findings WHERE bad IS NOT FALSE`,
      [shard],
    );
    if (found?.violations) faults.push({ shard, name, ...found, examples: found.examples ?? [] });
  }
  return faults;
}
