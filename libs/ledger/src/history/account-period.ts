import type { Queryable } from './read-transactions.js';
import { readOldestEntries, type StatementEntry, type VersionRange } from './statement.js';
import { addTotals, readTypeTotals, type TypeTotal } from './type-totals.js';

/** The entries of one account recorded at `from` or later and before `to`. */
export interface Period {
  userId: string;
  asset: string;
  from: Date;
  to: Date;
}

/** Runs a piece of work on a connection and releases the connection. */
export type Read = <T>(work: (database: Queryable) => Promise<T>) => Promise<T>;

/** The number of entries read by one statement and held in memory. */
const entriesPerPage = 500;

/** The number of entries summed by one statement: far below the statement timeout, and the work can be aborted in between. */
const entriesPerSum = 5_000;

/**
 * An account's movements in a period. Its entries are fixed when it is created: they have consecutive versions and never change.
 * Balances, totals and entries therefore agree, although several statements read them while writes go on, and no snapshot is held
 * open.
 */
export class AccountPeriod {
  constructor(
    private readonly shard: number,
    private readonly range: VersionRange,
    readonly balances: { opening: number; closing: number },
    private readonly read: Read,
  ) {}

  /** Totals per occurring type, sorted by name: opening + Σ credit − Σ debit = closing. Rejects with the reason of `signal`. */
  totals(signal?: AbortSignal): Promise<TypeTotal[]> {
    const { after, upTo } = this.range;
    if (after === upTo) return Promise.resolve([]);
    return this.read(async (database) => {
      const parts: TypeTotal[] = [];
      for (let start = after; start < upTo; start += entriesPerSum) {
        signal?.throwIfAborted();
        const part = { ...this.range, after: start, upTo: Math.min(start + entriesPerSum, upTo) };
        parts.push(...(await readTypeTotals(database, this.shard, part)));
      }
      return addTotals(parts);
    });
  }

  /** The entries, oldest first, in pages of bounded size. Holds no connection between pages, however slow the consumer is. */
  async *pages(): AsyncGenerator<StatementEntry[], void> {
    const { upTo } = this.range;
    for (let { after } = this.range; after < upTo;) {
      const page = { ...this.range, after, limit: entriesPerPage };
      const entries = await this.read((database) => readOldestEntries(database, this.shard, page));
      const last = entries.at(-1);
      if (!last)
        throw new Error(
          `The account has no entries after version ${after}, but should have them up to ${upTo}`,
        );
      yield entries;
      after = last.version;
    }
  }
}
