import { ShardMap, ShardPlacement } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import type { Actor } from '../actor.js';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { CheckRecorder, type CheckResult } from '../capability/check-recorder.js';
import type { Refusal } from '../capability/refusal.js';
import { decide } from '../decide/decide.js';
import type { Proposal } from '../decide/proposal.js';
import type { RecordedTransaction } from '../outcome.js';
import type { Posting } from '../posting.js';
import { newTransactionId } from '../transaction-id.js';
import { sidesOf } from './addresses.js';
import type { Asker } from './asker.js';
import { decidedTransaction } from './key-outcome.js';
import { routesOf } from './routes.js';
import type { Side } from './request.js';
import { inSnapshot, readState } from './snapshot.js';

/** The nil UUID (RFC 9562, section 5.9): a previewed transaction has no id, nor has anything named after it. */
const nilId = '00000000-0000-0000-0000-000000000000';

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
    const transactionId = nilId;
    const proposal = { transactionId, shard, posting, routes, operationRoutes } as Proposal;
    const { dataSource } = this.placement.of(shard);
    return inSnapshot(dataSource, { sides: sidesOf(routes, shard) }, (queryRunner, sides) =>
      this.decide(queryRunner, { proposal, sides, actor }),
    );
  }

  private async decide(
    queryRunner: QueryRunner,
    { proposal, sides, actor }: { proposal: Proposal; sides: readonly Side[]; actor: Actor },
  ): Promise<PreviewedOutcome> {
    const { shard, transactionId, posting } = proposal;
    const asker: Asker = { posting, sides, claim: { shard, userId: posting.userId, transactionId } };
    const read = await readState(queryRunner, { shard, askers: [asker], sides }, this.capabilities);
    const recorder = new CheckRecorder();
    const input = { ...read, proposals: [proposal], nextId: newTransactionId };
    const [decision] = decide(input, recorder);
    if (!decision) throw new Error('A posting was not decided');
    const outcome = decision.accepted
      ? { transaction: decidedTransaction(decision, actor, this.capabilities) }
      : { refusal: decision.refusal };
    return { asOf: read.now, outcome, checks: recorder.results };
  }
}
