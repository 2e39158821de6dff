import {
  type AccountAddress,
  addressKey,
  imagineAccounts,
  type LockedAccount,
  peekAtAccounts,
  ShardMap,
  ShardPlacement,
} from '@app/accounts';
import { readClock } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import type { Actor } from '../actor.js';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { CheckRecorder, type CheckResult } from '../capability/check-recorder.js';
import type { Refusal } from '../capability/refusal.js';
import { LocksMissingError } from '../decide/book-due.js';
import { decide } from '../decide/decide.js';
import type { Proposal } from '../decide/proposal.js';
import type { RecordedTransaction } from '../outcome.js';
import { readHeads } from '../places/shard-heads.js';
import type { Posting } from '../posting.js';
import { newTransactionId } from '../transaction-id.js';
import { sidesOf } from './addresses.js';
import type { Asker } from './asker.js';
import { sendFacts } from './facts.js';
import { decidedTransaction } from './key-outcome.js';
import { routesOf } from './routes.js';
import type { Side } from './request.js';

/** What a posting would do. */
export interface PreviewedOutcome {
  /** The database time at which it was decided. */
  asOf: Date;
  outcome: { transaction: RecordedTransaction } | { refusal: Refusal };
  /** Every check, in the order in which execution considers them. */
  checks: readonly CheckResult[];
}

/**
 * Decides postings without executing them: the same `decide`, on a snapshot. The transaction is read-only and takes no lock, and
 * nothing is stored. The result is advice: another posting may come first.
 */
@Injectable()
export class Preview {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  /** Rejects with the database error if the database cannot be read. */
  async preview(posting: Posting, actor: Actor): Promise<PreviewedOutcome> {
    const { routes, operationRoutes } = routesOf(posting, this.capabilities);
    const shard = this.shards.of(posting.userId);
    const transactionId = newTransactionId();
    const proposal = { transactionId, shard, posting, routes, operationRoutes } as Proposal;
    return this.inSnapshot(shard, async (queryRunner) => {
      const sides = [...sidesOf(routes, shard)];
      for (;;) {
        try {
          return await this.decide(queryRunner, { proposal, sides, actor });
        } catch (error) {
          if (!(error instanceof LocksMissingError)) throw error;
          for (const address of error.addresses)
            sides.push({ address, key: addressKey(address), needed: true });
        }
      }
    });
  }

  private async decide(
    queryRunner: QueryRunner,
    { proposal, sides, actor }: { proposal: Proposal; sides: readonly Side[]; actor: Actor },
  ): Promise<PreviewedOutcome> {
    const { shard, transactionId, posting } = proposal;
    const accounts = await accountsOf(queryRunner, sides);
    const heads = await readHeads(queryRunner, [shard]);
    const now = await readClock(queryRunner.manager);
    const asker: Asker = { posting, sides, claim: { shard, userId: posting.userId, transactionId } };
    const send = <T>(step: () => Promise<T>) => Promise.resolve({ answer: step() });
    const begin = await sendFacts({ queryRunner, send }, [asker], this.capabilities);
    const sessions = await begin(accounts, now);
    const recorder = new CheckRecorder();
    const input = { accounts, heads, proposals: [proposal], ...sessions, now, nextId: newTransactionId };
    const [decision] = decide(input, recorder);
    if (!decision) throw new Error('A posting was not decided');
    const outcome = decision.accepted
      ? { transaction: decidedTransaction(decision, actor, this.capabilities) }
      : { refusal: decision.refusal };
    return { asOf: now, outcome, checks: recorder.results };
  }

  /** Reads one snapshot (PostgreSQL documentation, 13.2.2 Repeatable Read). */
  private inSnapshot<T>(shard: number, work: (queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    const { dataSource } = this.placement.of(shard);
    return dataSource.transaction('REPEATABLE READ', async ({ queryRunner }) => {
      if (!queryRunner) throw new Error('A transaction without a QueryRunner');
      await queryRunner.query('SET TRANSACTION READ ONLY');
      return work(queryRunner);
    });
  }
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
