import { Injectable } from '@nestjs/common';

/** The daily (UTC) storage limits of a caller; `undefined` for no limit. */
export interface DailyLimits {
  refusals: number | undefined;
  /** Keys, texts, metadata and their rows, of accepted and refused requests alike. */
  bytes: number | undefined;
}

/** The injection token of the `DailyLimits` that apply to each player. */
export const playerDailyLimits = Symbol('PlayerDailyLimits');

export const defaultPlayerDailyLimits = { refusals: 200, bytes: 1_048_576 };

/** How many callers are tracked. Beyond that the oldest is evicted, which bounds memory. */
const capacity = 100_000;

const dayMs = 86_400_000;

interface Count {
  refusals: number;
  bytes: number;
}

/** Storage reserved for the refusal of a request before it is decided. */
export interface Reservation {
  /** Whether a refusal may be stored. */
  storesRefusal: boolean;
  /** Ends the reservation and counts what was stored. Call it once. */
  settle: (stored: 'transaction' | 'refusal' | 'nothing') => void;
}

/**
 * Counts in memory what callers store in a day. A pending request counts as a refusal until it is decided, so concurrent
 * requests cannot exceed the limit.
 */
@Injectable()
export class StorageBudgets {
  private counts = new Map<string, Count>();
  private day = 0;

  reserve(owner: string, limits: DailyLimits, bytes: number, now = Date.now()): Reservation {
    const count = this.countOf(owner, now);
    const { refusals = Infinity, bytes: maxBytes = Infinity } = limits;
    const storesRefusal = count.refusals < refusals && count.bytes + bytes <= maxBytes;
    if (storesRefusal) {
      count.refusals++;
      count.bytes += bytes;
    }
    return {
      storesRefusal,
      settle: (stored) => {
        if (storesRefusal && stored !== 'refusal') count.refusals--;
        if (storesRefusal && stored === 'nothing') count.bytes -= bytes;
        if (!storesRefusal && stored === 'transaction') count.bytes += bytes;
      },
    };
  }

  private countOf(owner: string, now: number): Count {
    const day = Math.floor(now / dayMs);
    if (day !== this.day) {
      this.counts = new Map();
      this.day = day;
    }
    let count = this.counts.get(owner);
    if (!count) {
      const [first] = this.counts.keys();
      if (first !== undefined && this.counts.size >= capacity) this.counts.delete(first);
      count = { refusals: 0, bytes: 0 };
      this.counts.set(owner, count);
    }
    return count;
  }
}

/** Seconds until the next day begins, at least one. */
export function secondsLeftToday(now = Date.now()): number {
  return Math.ceil((dayMs - (now % dayMs)) / 1000);
}
