import { Inject, Injectable, Optional } from '@nestjs/common';
import { type PlacementGroup, ShardMap, ShardPlacement } from '@app/accounts';
import { claimKey } from '@app/idempotency';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Outcome } from '../outcome.js';
import type { Posting, PostingKey, PostingOptions } from '../posting.js';
import { newTransactionId } from '../transaction-id.js';
import { sidesOf } from './addresses.js';
import { reserveAlone } from './claiming.js';
import { BatchRunner } from './batch-runner.js';
import { KnownAccounts } from './known-accounts.js';
import { Lane } from './lane.js';
import { journalObserver, type JournalObserver, silentObserver } from './observer.js';
import { journalOptions, type JournalOptions } from './options.js';
import { PostingTimes } from './posting-times.js';
import { routesOf } from './routes.js';
import { startPostingSpan, tracedCallbacks } from './trace.js';

interface LaneWithRunner {
  lane: Lane;
  runner: BatchRunner;
}

/** The only write path: every posting goes through `post`, and nothing else writes a balance, an entry or a transaction. */
@Injectable()
export class Journal {
  private readonly lanes: LaneWithRunner[];
  private readonly byShard: ReadonlyMap<number, Lane>;

  constructor(
    private readonly placement: ShardPlacement,
    private readonly capabilities: CapabilityRegistry,
    private readonly shards: ShardMap,
    @Inject(journalOptions) options: JournalOptions,
    @Optional() @Inject(journalObserver) observer: JournalObserver = silentObserver,
  ) {
    const parts = groupsOfLanes(placement.groups, options.lanes);
    const byShard = new Map<number, Lane>();
    this.lanes = parts.map(({ group, shards: ofLane }, index) => {
      const tools = { accounts: new KnownAccounts(), capabilities, reservesClaims: !placement.isDistributed };
      const reports = observer.openLane(index, () => lane.length);
      const runner = new BatchRunner(
        group,
        { index, of: parts.length },
        { ...tools, observer: reports },
        options,
      );
      const lane: Lane = new Lane(options, (batch) => runner.runBatch(batch), reports);
      for (const shard of ofLane) byShard.set(shard, lane);
      return { runner, lane };
    });
    this.byShard = byShard;
  }

  /**
   * Commits the posting or refuses it. Once the promise resolves, the outcome is durable and the same key always returns it,
   * except for a refusal that is not stored: an open one, or any with `storeRefusal: false`.
   *
   * Rejects with UnavailableError if the outcome is unknown or the queue is full; retrying with the same key is safe. Any other
   * rejection is a defect: nothing was written.
   */
  async post(posting: Posting, key: PostingKey, options?: PostingOptions): Promise<Outcome> {
    const { routes, operationRoutes } = routesOf(posting, this.capabilities);
    const shard = this.shards.of(posting.userId);
    const claim = {
      shard,
      clientId: key.clientId,
      userId: posting.userId,
      key: key.key,
      fingerprint: key.fingerprint,
      transactionId: newTransactionId(),
    };
    if (posting.claims && this.placement.isDistributed) {
      await reserveAlone(this.placement.coordinator, posting.claims, claim, this.capabilities);
    }
    const span = startPostingSpan(posting.type);
    const isRecorded = span.isRecording();
    const times = options?.times ?? (isRecorded ? new PostingTimes() : undefined);
    return new Promise((resolve, reject) => {
      const callbacks =
        times && isRecorded ? tracedCallbacks(span, times, { resolve, reject }) : { resolve, reject };
      this.laneOf(shard).push({
        posting,
        routes,
        operationRoutes,
        actor: key.actor,
        claim,
        claimKey: claimKey(claim),
        sides: sidesOf(routes, shard),
        storeRefusal: options?.storeRefusal ?? true,
        queuedAt: performance.now(),
        takenAt: 0,
        times,
        span,
        resolve: callbacks.resolve,
        reject: callbacks.reject,
      });
    });
  }

  /**
   * Whether a posting of this user would be refused as `overloaded` now; the caller then refuses it. Checking first saves both
   * sides the work.
   */
  shedIfFull(userId: string): boolean {
    // Hashing the user id to its shard is rarely needed here.
    return this.lanes.some(({ lane }) => lane.isFull) && this.laneOf(this.shards.of(userId)).shedIfFull();
  }

  /** Waits until every posting is answered, and releases the connections. */
  async close(): Promise<void> {
    await Promise.all(this.lanes.map(({ lane }) => lane.drain()));
    await Promise.all(this.lanes.map(({ runner }) => runner.close()));
  }

  private laneOf(shard: number): Lane {
    const lane = this.byShard.get(shard);
    if (!lane) throw new Error(`Shard ${shard} has no lane`);
    return lane;
  }
}

interface LaneShards {
  group: PlacementGroup;
  shards: readonly number[];
}

/** A transaction stays within a placement group. Several groups get a lane each; the shards of a single one are dealt to the lanes. */
function groupsOfLanes(groups: readonly PlacementGroup[], lanes: number): LaneShards[] {
  const [only] = groups;
  if (groups.length > 1 || !only) return groups.map((group) => ({ group, shards: group.shards }));
  const dealt = Array.from({ length: Math.min(lanes, only.shards.length) }, (_, index) => index);
  return dealt.map((index) => ({
    group: only,
    shards: only.shards.filter((shard) => shard % dealt.length === index),
  }));
}
