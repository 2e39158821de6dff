import type { DataSource } from 'typeorm';
import { type WriteRefusal, writeRefusalOf } from './write-refusal.js';

/** How long a refusal may be passing, such as a standby that is being promoted or a server that is about to be up. */
const passingMs = 1_000;

/** Without another refusal for this long, the next one is new. */
const forgottenAfterMs = 5_000;

/** Whether the latest transaction was committed or refused by the state of the server. */
export class WriteState {
  private refused: { why: WriteRefusal; since: number; at: number } | undefined;

  get refusal(): WriteRefusal | undefined {
    return this.refused?.why;
  }

  /** Until when to retry after a refusal. Later ones are answered at once, so callers need not wait to learn the same. */
  get retryUntil(): number {
    return (this.refused?.since ?? performance.now()) + passingMs;
  }

  committed(): void {
    this.refused = undefined;
  }

  failed(error: unknown): void {
    const why = writeRefusalOf(error);
    if (why === undefined) return;
    const at = performance.now();
    const known = this.refused && at - this.refused.at < forgottenAfterMs ? this.refused : undefined;
    this.refused = { why, since: known?.since ?? at, at };
  }
}

const states = new WeakMap<DataSource, WriteState>();

/** Pools on one server share a state. */
export function shareWriteState(state: WriteState, ...pools: DataSource[]): void {
  for (const pool of pools) states.set(pool, state);
}

export function writeStateOf(dataSource: DataSource): WriteState {
  const state = states.get(dataSource) ?? new WriteState();
  states.set(dataSource, state);
  return state;
}
