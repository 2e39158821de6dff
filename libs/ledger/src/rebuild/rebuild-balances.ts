import { loadShardMap } from '@app/accounts';
import type { DataSource, EntityManager } from 'typeorm';
import { type HistoryFault, historyFaults } from './history-faults.js';
import { type DifferingAccount, differingAccounts } from './projection.js';
import { repairAccounts } from './repair-accounts.js';

export interface RebuildReport {
  /** Accounts whose row differed from their entries. */
  differing: number;
  /** How many of them were repaired. */
  repaired: number;
  /** Faults in the history. Their shards were not repaired. */
  faults: HistoryFault[];
}

export interface RebuildOptions {
  /** `false` changes nothing. */
  apply: boolean;
  /** Called for each differing account as it is found: there may be more than fit into memory. */
  report: (account: DifferingAccount) => void;
}

/**
 * Recomputes the derived columns of every account (balance, version, head of its chain, time) from its entries and, with `apply`,
 * repairs them. This is the one exception to "only `commitBatch` writes a balance": a repair by an operator, with a DataSource of
 * the tables' owner.
 *
 * It may run next to a live service. Each shard is compared in one snapshot, in which a batch is either complete or absent. A
 * shard with broken entries is left unchanged: a rebuild would make a forged history look valid.
 */
export async function rebuildBalances(
  owner: DataSource,
  { apply, report }: RebuildOptions,
): Promise<RebuildReport> {
  const result: RebuildReport = { differing: 0, repaired: 0, faults: [] };
  const shards = await loadShardMap(owner);
  for (const shard of shards.all) {
    await inSnapshot(owner, async (snapshot) => {
      const faults = await historyFaults(snapshot, shard);
      result.faults.push(...faults);
      for await (const page of differingAccounts(snapshot, shard)) {
        page.forEach(report);
        result.differing += page.length;
        if (!apply || faults.length > 0) continue;
        await owner.transaction('READ COMMITTED', async (manager) => {
          await manager.query(`SET LOCAL lock_timeout = '8s'`);
          await repairAccounts(manager, page);
        });
        result.repaired += page.length;
      }
    });
  }
  return result;
}

function inSnapshot(owner: DataSource, work: (manager: EntityManager) => Promise<void>): Promise<void> {
  return owner.transaction('REPEATABLE READ', async (manager) => {
    await manager.query(`SET TRANSACTION READ ONLY`);
    await manager.query(`SET LOCAL TIME ZONE 'UTC'`);
    await work(manager);
  });
}
