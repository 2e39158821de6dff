import { loadShardMap } from '@app/accounts';
import type { DataSource, EntityManager } from 'typeorm';
import { type HistoryFault, historyFaults } from './history-faults.js';
import { type DifferingAccount, differingAccounts } from './projection.js';
import { repairAccounts } from './repair-accounts.js';

export interface RebuildReport {
  /** Accounts whose row was not what its entries say. */
  differing: number;
  /** How many of them now are. */
  repaired: number;
  /** Shards whose history is broken, and which were therefore left alone. */
  faults: HistoryFault[];
}

export interface RebuildOptions {
  /** Without it nothing is changed. */
  apply: boolean;
  /** Is told of each account that differs, as it is found: there may be more of them than fit into memory. */
  report: (account: DifferingAccount) => void;
}

/**
 * Recomputes what every account says about itself (balance, version, head of its chain, time) from its entries, and, with
 * `apply`, sets it right. The one exception to "only `commitBatch` writes a balance": a repair by an operator, with a
 * DataSource of the owner of the tables.
 *
 * It may run beside a working service. Each shard is compared in one snapshot, in which a batch is seen whole or not at
 * all. A shard whose entries are broken themselves is left as it is: a rebuild would make a forged history look sound.
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
