import { percentile, type Rates } from '../support/statistics.js';
import type { ProcessorSeconds } from './processor-time.js';

/** How long a measurement lasts, after its warm-up. */
export interface Window {
  seconds: number;
  warmUpSeconds: number;
}

export interface LoadResult extends Rates {
  succeeded: number;
  slowestMs: number;
  /** `undefined` if it was not asked for. */
  processorSeconds?: ProcessorSeconds;
}

/** Counts the answers that fall into the window. */
export class Tally {
  /** The window, in milliseconds of `performance.now()`. */
  readonly from: number;
  readonly until: number;
  readonly #seconds: number;
  readonly #latencies: number[] = [];
  #failed = 0;

  constructor({ warmUpSeconds, seconds }: Window) {
    this.#seconds = seconds;
    this.from = performance.now() + warmUpSeconds * 1000;
    this.until = this.from + seconds * 1000;
  }

  /** `at` decides whether it counts: when the answer came, or in an open loop when the request was due. */
  count({ at, latencyMs, succeeded }: { at: number; latencyMs: number; succeeded: boolean }): void {
    if (at < this.from || at >= this.until) return;
    if (succeeded) this.#latencies.push(latencyMs);
    else this.#failed++;
  }

  result(): LoadResult {
    return {
      succeeded: this.#latencies.length,
      failed: this.#failed,
      perSecond: this.#latencies.length / this.#seconds,
      p50Ms: percentile(this.#latencies, 50),
      p99Ms: percentile(this.#latencies, 99),
      slowestMs: percentile(this.#latencies, 100),
    };
  }
}
