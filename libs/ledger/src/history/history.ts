import { Injectable } from '@nestjs/common';
import { type Balance, ShardMap } from '@app/accounts';
import { type WaitOptions, Reports } from '@app/reports';
import { DataSource } from 'typeorm';
import type { RecordedTransaction } from '../outcome.js';
import { type Queryable, readTransactions } from './read-transactions.js';
import { type EntryPage, readStatement, type StatementEntry } from './statement.js';
import { AccountPeriod, type Period, type Read } from './account-period.js';
import { readBalanceAt } from './balance-at.js';
import { readLastEntries } from './last-entries.js';
import { decodeCursor, encodeCursor } from './follow-cursor.js';
import { type FollowedTransactions, followTransactions } from './follow-transactions.js';
import { listTransactions, type TransactionPage } from './list-transactions.js';
import { isScan, type TransactionFilter } from './transaction-filter.js';
import { readTransactionProof, type TransactionProof } from './transaction-proof.js';

/** A period with more entries is read by reports. As many are what ten pages of the largest size have. */
const mostEntriesOfShortPeriod = 1_000;

export interface FollowPage extends Omit<FollowedTransactions, 'cursor'> {
  /** Opaque. */
  cursor: string;
}

/** How long the next page of a period waits for its turn: the client already has a part and cannot ask for the rest alone. */
const nextPageWaitMs = 60_000;

/**
 * Reads of what has happened. None of them takes a lock, and the cost of none grows with the length of history, except for
 * two, which are reports: a list with filters that have no index, and a long period.
 */
@Injectable()
export class History {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: Reports,
    private readonly shards: ShardMap,
  ) {}

  /**
   * One transaction with its entries; with `ofUser`, only if it is one of that user. Its id does not tell the shard, so that
   * without a user each shard's primary key is asked.
   */
  async transaction(
    id: string,
    { ofUser }: { ofUser?: string } = {},
  ): Promise<RecordedTransaction | undefined> {
    const shards = ofUser === undefined ? this.shards.all : [this.shards.of(ofUser)];
    const found = (await readTransactions(this.dataSource, shards, [id])).get(id);
    return ofUser === undefined || found?.userId === ofUser ? found : undefined;
  }

  /** The key of a transaction and the links of its entries in the chains of their accounts. */
  proof(id: string): Promise<TransactionProof | undefined> {
    return readTransactionProof(this.dataSource, this.shards.all, id);
  }

  /**
   * Transactions that match, newest first, at most `limit` of them. With a filter that has no index it is a report: identical
   * lists share a run, it rejects as `Reports.run` does, and a page ends early when it has examined 10,000 rows.
   *
   * Rejects with CursorError if `startingAfter` names no transaction.
   */
  transactions(
    filter: TransactionFilter,
    caller: Pick<WaitOptions, 'signal'> = {},
  ): Promise<TransactionPage> {
    const shards = filter.userId === undefined ? this.shards.all : [this.shards.of(filter.userId)];
    const list = (database: Queryable) => listTransactions(database, shards, filter, this.shards.all);
    if (!isScan(filter)) return list(this.dataSource);
    const name = `transactions ${JSON.stringify(filter)}`;
    return this.reports.run({ name, read: list }, caller);
  }

  /**
   * Transactions of all users behind a cursor, at most `limit` of them, oldest first: each once, and those of one user in the
   * order of their versions. `cursor` is where to go on, also when there is nothing yet.
   *
   * Rejects with CursorError if `after` is neither "start" nor a cursor that this gave.
   */
  async follow({ after, limit }: { after: string; limit: number }): Promise<FollowPage> {
    const shards = this.shards.all;
    const known = after === 'start' ? undefined : decodeCursor(after, shards);
    const page = await followTransactions(this.dataSource, shards, { after: known, limit });
    return { ...page, cursor: encodeCursor(page.cursor) };
  }

  /** The entries of a user's account, newest first, at most `limit` of them, below version `startingAfter`. */
  statement(page: EntryPage): Promise<StatementEntry[]> {
    return readStatement(this.dataSource, this.shards.of(page.userId), page);
  }

  /**
   * What happened to a user's account in a period; nothing, with both balances 0, if there is no account. Entries that are
   * recorded after this resolves are not in it, although `to` may lie ahead.
   *
   * A long period is read by reports, its totals as one and each page as another. Then these reject as `Reports.run` does.
   */
  async period(
    { userId, asset, from, to }: Period,
    caller: Pick<WaitOptions, 'signal'> = {},
  ): Promise<AccountPeriod> {
    const shard = this.shards.of(userId);
    const [before, last] = await readLastEntries(this.dataSource, shard, {
      userId,
      asset,
      side: 'before',
      instants: [from, to],
    });
    const range = { userId, asset, after: before.version, upTo: last.version };
    const isShort = range.upTo - range.after <= mostEntriesOfShortPeriod;
    return new AccountPeriod(
      shard,
      range,
      { opening: before.balance, closing: last.balance },
      isShort ? (work) => work(this.dataSource) : this.readAsReports(caller),
    );
  }

  /** The first read fails soon if there is no place, while its caller can still be told; the others are patient. */
  private readAsReports(caller: Pick<WaitOptions, 'signal'>): Read {
    let wait: Partial<WaitOptions> = caller;
    return async (work) => {
      const result = await this.reports.session(work, wait);
      wait = { ...caller, waitMs: nextPageWaitMs };
      return result;
    };
  }

  /** The balance of a user's account as it was at an instant; 0 at version 0 before the first entry. */
  balanceAt(account: { userId: string; asset: string; at: Date }): Promise<Balance> {
    return readBalanceAt(this.dataSource, this.shards.of(account.userId), account);
  }
}
