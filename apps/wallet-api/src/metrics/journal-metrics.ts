import type { CommittedBatch, JournalObserver, LaneObserver } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { batchSizeBuckets, secondsBuckets } from './buckets.js';
import { SeriesHistogram } from './series-histogram.js';

/** The metrics of the lanes. `lane` is the number of the lane. */
@Injectable()
export class JournalMetrics implements JournalObserver {
  private readonly queues = new Map<number, () => number>();
  private readonly wait: SeriesHistogram<'lane'>;
  private readonly postings: SeriesHistogram<'lane'>;
  private readonly batchSeconds: SeriesHistogram<'lane'>;
  private readonly commitSeconds: SeriesHistogram<'lane'>;
  private readonly retries: Counter<'lane'>;
  private readonly isolations: Counter<'lane'>;
  private readonly unknown: Counter<'lane'>;
  private readonly shed: Counter<'lane'>;

  constructor(private readonly registry: Registry) {
    const { queues } = this;
    new Gauge({
      name: 'wallet_lane_queue_length',
      help: 'Postings that wait for a batch',
      labelNames: ['lane'],
      registers: [registry],
      collect() {
        for (const [lane, queueLength] of queues) this.set({ lane }, queueLength());
      },
    });
    this.wait = this.histogram(
      'wallet_lane_wait_seconds',
      'Time of a posting in the queue of its lane',
      secondsBuckets,
    );
    this.postings = this.histogram('wallet_batch_postings', 'Postings per committed batch', batchSizeBuckets);
    this.batchSeconds = this.histogram(
      'wallet_batch_duration_seconds',
      'Time from taking the postings of a batch until its COMMIT was answered',
      secondsBuckets,
    );
    this.commitSeconds = this.histogram(
      'wallet_commit_duration_seconds',
      'Time from sending the writes and the COMMIT of a batch until it was answered',
      secondsBuckets,
    );
    this.retries = this.counter(
      'wallet_batch_retries_total',
      'Batches that ran again after a transient failure',
    );
    this.isolations = this.counter(
      'wallet_batch_isolations_total',
      'Failing batches that were split into parts',
    );
    this.unknown = this.counter('wallet_outcomes_unknown_total', 'Postings answered outcome-unknown');
    this.shed = this.counter('wallet_postings_shed_total', 'Postings answered overloaded');
  }

  openLane(number: number, queueLength: () => number): LaneObserver {
    this.queues.set(number, queueLength);
    const lane = { lane: number };
    const [wait, postings] = [this.wait.addSeries(lane), this.postings.addSeries(lane)];
    const batchSeconds = this.batchSeconds.addSeries(lane);
    const commitSeconds = this.commitSeconds.addSeries(lane);
    const [retries, isolations] = [this.retries.labels(lane), this.isolations.labels(lane)];
    const [unknown, shed] = [this.unknown.labels(lane), this.shed.labels(lane)];
    // Without a first value, Prometheus would not see the first increase.
    for (const counter of [retries, isolations, unknown, shed]) counter.inc(0);
    return {
      taken: (waitMs) => {
        wait.observe(waitMs / 1_000);
      },
      committed: (batch: CommittedBatch) => {
        postings.observe(batch.postings);
        batchSeconds.observe(batch.batchMs / 1_000);
        commitSeconds.observe(batch.commitMs / 1_000);
      },
      retried: () => {
        retries.inc();
      },
      isolated: () => {
        isolations.inc();
      },
      outcomeUnknown: (count) => {
        unknown.inc(count);
      },
      shed: (count) => {
        shed.inc(count);
      },
    };
  }

  private histogram(name: string, help: string, buckets: number[]): SeriesHistogram<'lane'> {
    return new SeriesHistogram({ name, help, buckets, labelNames: ['lane'], registers: [this.registry] });
  }

  private counter(name: string, help: string): Counter<'lane'> {
    return new Counter({ name, help, labelNames: ['lane'], registers: [this.registry] });
  }
}
