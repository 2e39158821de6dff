import { Injectable } from '@nestjs/common';
import { ShardMap, ShardPlacement } from '@app/accounts';
import { type WaitOptions, Reports } from '@app/reports';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import type { RecordedTransaction } from '../outcome.js';
import { type Part, type Queryable, type ReadTransaction, readTransactions } from './read-transactions.js';
import { type EntryPage, readStatement, type StatementEntry } from './statement.js';
import { AccountPeriod, type Period, type Read } from './account-period.js';
import { type PastBalance, readBalanceAt } from './balance-at.js';
import { readLastEntries } from './last-entries.js';
import { decodeCursor, encodeCursor } from './follow-cursor.js';
import { type FollowedTransactions, followTransactions } from './follow-transactions.js';
import { listTransactions, type TransactionPage } from './list-transactions.js';
import { isScan, type TransactionFilter } from './transaction-filter.js';
import { withMembers } from './with-members.js';
import { readTransactionProof, type TransactionProof } from './transaction-proof.js';

/** A period with more entries is read as a report. Equals ten pages of the largest size. */
const mostEntriesOfShortPeriod = 1_000;

export interface FollowPage extends Omit<FollowedTransactions, 'cursor'> {
  /** Opaque. */
  cursor: string;
}

/**
 * How long the next page of a period waits for a free slot: the client already has the first part and cannot request the rest
 * alone.
 */
const nextPageWaitMs = 60_000;

/**
 * Reads history. No method takes a lock, and none costs more because history is long, except two, which are reports: a list with
 * filters that have no index, and a long period.
 */
@Injectable()
export class History {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly reports: Reports,
    private readonly shards: ShardMap,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  /**
   * One transaction with its entries; with `ofUser`, only if it belongs to that user. The id does not reveal the shard, so
   * without a user the primary key of every shard is searched.
   */
  async transaction(
    id: string,
    { ofUser }: { ofUser?: string } = {},
  ): Promise<RecordedTransaction | undefined> {
    const parts = this.partsOf(ofUser);
    const read = await Promise.all(
      parts.map(({ database, shards }) => readTransactions(database, shards, [id])),
    );
    const found = read.map((transactions) => transactions.get(id)).find(Boolean);
    if (!found || (ofUser !== undefined && found.userId !== ofUser)) return undefined;
    const [whole] = await this.withMembers([found], this.partsOf(found.userId));
    return whole;
  }

  /** The same with the members that change after the transaction. */
  async transactionNow(
    id: string,
    options: { ofUser?: string } = {},
  ): Promise<RecordedTransaction | undefined> {
    const transaction = await this.transaction(id, options);
    const [part] = transaction ? this.partsOf(transaction.userId) : [];
    if (!transaction || !part) return undefined;
    const live = await Promise.all(
      this.capabilities.liveMembers.map((members) => members.read(part, transaction)),
    );
    return {
      ...transaction,
      members: Object.assign({}, transaction.members, ...live) as RecordedTransaction['members'],
    };
  }

  /** A transaction's idempotency key, and the links of its entries in their accounts' chains. */
  async proof(id: string): Promise<TransactionProof | undefined> {
    const parts = this.partsOf();
    const read = await Promise.all(
      parts.map(({ database, shards }) => readTransactionProof(database, shards, id)),
    );
    return read.find(Boolean);
  }

  /**
   * Matching transactions, newest first, at most `limit`. With a filter that has no index it is a report: identical lists share a
   * run, it rejects as `Reports.run` does, and a page ends early after examining 10,000 rows.
   *
   * Rejects with CursorError if `startingAfter` names no transaction.
   */
  transactions(
    filter: TransactionFilter,
    caller: Pick<WaitOptions, 'signal'> = {},
  ): Promise<TransactionPage> {
    const list = async (report?: Queryable) => {
      const parts = this.partsOf(filter.userId, report);
      const page = await listTransactions(parts, filter, this.partsOf(undefined, report));
      return { ...page, transactions: await this.withMembers(page.transactions, parts) };
    };
    if (!isScan(filter)) return list();
    const name = `transactions ${JSON.stringify(filter)}`;
    return this.reports.run({ name, read: list }, caller);
  }

  /**
   * Transactions of all users after a cursor, at most `limit`, oldest first: each once, and those of one user in the order of
   * their versions. Continue at the returned `cursor`, even after an empty page.
   *
   * Rejects with CursorError if `after` is neither "start" nor a cursor returned here.
   */
  async follow({ after, limit }: { after: string; limit: number }): Promise<FollowPage> {
    const known = after === 'start' ? undefined : decodeCursor(after, this.shards.all);
    const page = await followTransactions(this.partsOf(), { after: known, limit });
    return {
      ...page,
      transactions: await this.withMembers(page.transactions, this.partsOf()),
      cursor: encodeCursor(page.cursor),
    };
  }

  /** The entries of a user's account, newest first: at most `limit`, with versions below `startingAfter`. */
  statement(page: EntryPage): Promise<StatementEntry[]> {
    const { database, shard } = this.ownerOf(page.userId);
    return readStatement(database, shard, page);
  }

  /**
   * The movements of a user's account in a period; empty, with both balances 0, if there is no account. Later entries are not
   * included, even if `to` lies in the future.
   *
   * A long period is read by reports: one for the totals and one per page. They reject as `Reports.run` does.
   */
  async period(
    { userId, asset, from, to }: Period,
    caller: Pick<WaitOptions, 'signal'> = {},
  ): Promise<AccountPeriod> {
    const { database, shard } = this.ownerOf(userId);
    const [before, last] = await readLastEntries(database, shard, {
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
      isShort ? (work) => work(database) : this.readAsReports(caller),
    );
  }

  /** The first read fails fast if no slot is free, while the caller can still get an error; later ones wait longer. */
  private readAsReports(caller: Pick<WaitOptions, 'signal'>): Read {
    let wait: Partial<WaitOptions> = caller;
    return async (work) => {
      const result = await this.reports.session(work, wait);
      wait = { ...caller, waitMs: nextPageWaitMs };
      return result;
    };
  }

  /** The balance of a user's account at an instant; 0 at version 0 before the first entry. */
  balanceAt(account: { userId: string; asset: string; at: Date }): Promise<PastBalance> {
    const { database, shard } = this.ownerOf(account.userId);
    return readBalanceAt(database, shard, account);
  }

  private withMembers(transactions: readonly ReadTransaction[], parts: readonly Part[]) {
    return withMembers(transactions, parts, this.capabilities.shownEffects);
  }

  private ownerOf(userId: string): { database: Queryable; shard: number } {
    const shard = this.shards.of(userId);
    return { database: this.placement.of(shard).dataSource, shard };
  }

  /** Where to read the shard of this user, or every shard; all of it by `report`, if given. */
  private partsOf(userId?: string, report?: Queryable): Part[] {
    const shards = userId === undefined ? this.shards.all : [this.shards.of(userId)];
    return this.placement
      .among(shards)
      .map((group) => ({ shards: group.shards, database: report ?? group.dataSource }));
  }
}
