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

/** Runs one piece of work on a connection, and gives the connection back. */
export type Read = <T>(work: (database: Queryable) => Promise<T>) => Promise<T>;

/** How many entries are in memory at once, and how many one statement reads. */
const entriesPerPage = 500;

/** How many entries one statement sums: far from the time limit of a statement, and the work can be given up in between. */
const entriesPerSum = 5_000;

/**
 * What happened to an account in a period. Which entries belong to it is settled when it is made: they have consecutive versions
 * and never change. So the balances, the totals and the entries agree, although they are read by several statements with writes
 * going on between them, and no snapshot has to be held open.
 */
export class AccountPeriod {
  constructor(
    private readonly shard: number,
    private readonly range: VersionRange,
    readonly balances: { opening: number; closing: number },
    private readonly read: Read,
  ) {}

  /** Per type that occurs, in the order of their names: opening + Σ credit − Σ debit = closing. Rejects with the reason of `signal`. */
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

  /** The entries, oldest first, in pages of bounded size. Between two pages no connection is held, however slow the consumer is. */
  async *pages(): AsyncGenerator<StatementEntry[], void> {
    const { upTo } = this.range;
    for (let { after } = this.range; after < upTo;) {
      const page = { ...this.range, after, limit: entriesPerPage };
      const entries = await this.read((database) => readOldestEntries(database, this.shard, page));
      const last = entries.at(-1);
      if (!last) throw new Error(`the account has no entry above version ${after}, and should up to ${upTo}`);
      yield entries;
      after = last.version;
    }
  }
}
