import { percentile } from '../support/statistics.mjs';

/** Counts the answers whose time lies in the window that is measured, after the warm-up. */
export class Tally {
  #latencies = [];
  #failed = 0;

  constructor({ warmUpSeconds, seconds }) {
    this.seconds = seconds;
    this.from = performance.now() + warmUpSeconds * 1000;
    this.until = this.from + seconds * 1000;
  }

  /** `at` says when it counts: when the answer came, or in an open loop when the request was due. */
  count({ at, latencyMs, succeeded }) {
    if (at < this.from || at >= this.until) return;
    if (succeeded) this.#latencies.push(latencyMs);
    else this.#failed++;
  }

  result() {
    return {
      succeeded: this.#latencies.length,
      failed: this.#failed,
      perSecond: this.#latencies.length / this.seconds,
      p50Ms: percentile(this.#latencies, 50),
      p99Ms: percentile(this.#latencies, 99),
      slowestMs: percentile(this.#latencies, 100),
    };
  }
}
