import {
  type AccountAddress,
  addressKey,
  imagineAccounts,
  type LockedAccount,
  peekAtAccounts,
} from '@app/accounts';
import { readClock } from '@app/database';
import type { DataSource, QueryRunner } from 'typeorm';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import { LocksMissingError } from '../decide/book-due.js';
import type { DecisionInput } from '../decide/decide.js';
import { readHeads } from '../places/shard-heads.js';
import type { Asker } from './asker.js';
import { sendFacts } from './facts.js';
import type { Side } from './request.js';

/**
 * Decides on a snapshot (PostgreSQL documentation, 13.2.2 Repeatable Read): read-only and without a lock. If due transactions need
 * more accounts, `work` runs again with their sides.
 */
export function inSnapshot<T>(
  dataSource: DataSource,
  { sides }: { sides: readonly Side[] },
  work: (queryRunner: QueryRunner, sides: readonly Side[]) => Promise<T>,
): Promise<T> {
  return dataSource.transaction('REPEATABLE READ', async ({ queryRunner }) => {
    if (!queryRunner) throw new Error('A transaction without a QueryRunner');
    await queryRunner.query('SET TRANSACTION READ ONLY');
    const all = [...sides];
    for (;;) {
      try {
        return await work(queryRunner, all);
      } catch (error) {
        if (!(error instanceof LocksMissingError)) throw error;
        for (const address of error.addresses) all.push({ address, key: addressKey(address), needed: true });
      }
    }
  });
}

/** Reads what a decision in one shard needs, as the journal would under its locks. */
export async function readState(
  queryRunner: QueryRunner,
  { shard, askers, sides }: { shard: number; askers: readonly Asker[]; sides: readonly Side[] },
  capabilities: CapabilityRegistry,
): Promise<Omit<DecisionInput, 'proposals' | 'nextId'>> {
  const accounts = await accountsOf(queryRunner, sides);
  const heads = await readHeads(queryRunner, [shard]);
  const now = await readClock(queryRunner.manager);
  const send = <T>(step: () => Promise<T>) => Promise.resolve({ answer: step() });
  const begin = await sendFacts({ queryRunner, send }, askers, capabilities);
  return { accounts, heads, ...(await begin(accounts, now)), now };
}

/** The accounts as the journal would lock them, with those that it would open first. */
async function accountsOf(queryRunner: QueryRunner, sides: readonly Side[]): Promise<LockedAccount[]> {
  const addresses = new Map<string, AccountAddress>(sides.map(({ key, address }) => [key, address]));
  const existing = await peekAtAccounts(queryRunner, [...addresses.values()]);
  const found = new Set(existing.map(addressKey));
  const opened = new Map(
    sides.flatMap(({ key, address, needed }) => (needed && !found.has(key) ? [[key, address]] : [])),
  );
  return [...existing, ...(await imagineAccounts(queryRunner, [...opened.values()]))];
}
