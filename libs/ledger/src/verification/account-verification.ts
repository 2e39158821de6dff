import { digestOf } from '../chain/digest-sql.js';
import { ShardMap } from '@app/accounts';
import { readClock } from '@app/database';
import { type WaitOptions, Reports } from '@app/reports';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The result of verifying one account. */
export interface AccountReport {
  ok: boolean;
  checkedAt: Date;
  durationMs: number;
  entries: number;
  violations: number;
  /** The versions of the first few wrong entries. */
  examples: number[];
  /** Whether the account row agrees with its last entry: version, balance and hash. */
  headOk: boolean;
  headHash: Buffer;
}

interface Row {
  entries: string;
  violations: string;
  examples: string[] | null;
  headOk: boolean;
  headHash: Buffer;
}

const maxExamples = 5;

/** Verifies one user's account from its entries: the audit's invariants that concern a single account. */
@Injectable()
export class AccountVerification {
  constructor(
    private readonly reports: Reports,
    private readonly shards: ShardMap,
  ) {}

  /**
   * Reads every entry of the account once, so the cost grows only with that account. `undefined` if the user never had an account
   * in the asset. Rejects as `Reports.run` does.
   */
  async verify(
    { userId, asset }: { userId: string; asset: string },
    caller: Pick<WaitOptions, 'signal'> = {},
  ): Promise<AccountReport | undefined> {
    const startedAt = performance.now();
    const report = {
      name: `account ${userId} ${asset}`,
      // A busy account takes longer than the limit of ordinary statements.
      statementTimeoutMs: 60_000,
      read: async (manager: EntityManager) => {
        const checkedAt = await readClock(manager);
        const [found] = await manager.query<Row[]>(accountCheck, [this.shards.of(userId), userId, asset]);
        return found && { ...found, checkedAt };
      },
    };
    const row = await this.reports.run(report, caller);
    if (!row) return undefined;
    const violations = Number(row.violations);
    return {
      ok: violations === 0 && row.headOk,
      checkedAt: row.checkedAt,
      durationMs: Math.round(performance.now() - startedAt),
      entries: Number(row.entries),
      violations,
      examples: (row.examples ?? []).map(Number),
      headOk: row.headOk,
      headHash: row.headHash,
    };
  }
}

/** Walks the primary key of entries along the account, with the audit's hash functions. */
const accountCheck = `
  WITH account AS (
    SELECT *, account_genesis_hash(shard, id, owner_kind, owner_id, asset_code) AS genesis
    FROM accounts WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND asset_code = $3
  ), chain AS (
    SELECT e.version,
           e.version <> row_number() OVER along
             OR e.balance_after <> lag(e.balance_after, 1, 0::numeric) OVER along + e.amount
             OR e.balance_after < 0
             OR e.created_at < lag(e.created_at, 1, e.created_at) OVER along
             OR t.id IS NULL
             OR (e.hash = entry_hash(lag(e.hash, 1, account.genesis) OVER along, ${digestOf('t', '= $1')}, e.leg, e.amount)) IS NOT TRUE AS bad
    FROM account
    JOIN entries e ON e.shard = $1 AND e.account_id = account.id
    LEFT JOIN transactions t ON t.shard = $1 AND t.place = e.place
    WINDOW along AS (ORDER BY e.version)
  )
  SELECT found.entries, found.violations, found.examples, account.head_hash AS "headHash",
         account.version = found.entries
           AND account.balance = coalesce(last.balance_after, 0)
           AND account.head_hash = coalesce(last.hash, account.genesis) AS "headOk"
  FROM account
  CROSS JOIN (
    SELECT count(*) AS entries, count(*) FILTER (WHERE bad) AS violations,
           (array_agg(version ORDER BY version) FILTER (WHERE bad))[1:${maxExamples}] AS examples
    FROM chain
  ) AS found
  LEFT JOIN entries last
    ON last.shard = $1 AND last.account_id = account.id AND last.version = account.version`;
