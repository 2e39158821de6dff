import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './client.ts';

/** One line of a statement, read from an entry or from a transaction. */
export type StatementLine = Schemas['StatementEntryAnswer'];

export interface StatementPage {
  lines: StatementLine[];
  /** Where the next page begins; `undefined` on the last. */
  next: string | undefined;
}

export interface StatementFilter {
  userId: string;
  asset: string;
  /** '' for every type. */
  type: string;
  startingAfter: string | undefined;
}

const pageSize = 15;

/**
 * A page of the statement. Without a type it is read from the entries of the account; with one, from the transactions,
 * whose entries of this user in this asset are the lines.
 */
export const statementQuery = (filter: StatementFilter) =>
  queryOptions({
    queryKey: ['user', filter.userId, 'statement', filter],
    queryFn: () => (filter.type === '' ? readEntries(filter, pageSize) : readTransactions(filter)),
    placeholderData: keepPreviousData,
  });

/** The latest movements, for the chart. */
export const movementsQuery = (userId: string, asset: string) =>
  queryOptions({
    queryKey: ['user', userId, 'movements', asset],
    queryFn: async () =>
      (await readEntries({ userId, asset, type: '', startingAfter: undefined }, 100)).lines.reverse(),
    placeholderData: keepPreviousData,
  });

async function readEntries(
  { userId, asset, startingAfter }: StatementFilter,
  limit: number,
): Promise<StatementPage> {
  const { data, hasMore } = await bodyOf(
    api.GET('/v1/wallets/{userId}/{asset}/entries', {
      params: {
        path: { userId, asset },
        query: { limit, startingAfter: startingAfter === undefined ? undefined : Number(startingAfter) },
      },
    }),
  );
  return { lines: data, next: hasMore ? data.at(-1)?.version.toString() : undefined };
}

async function readTransactions({
  userId,
  asset,
  type,
  startingAfter,
}: StatementFilter): Promise<StatementPage> {
  // Any string here: the service rejects an unknown type.
  const byType: object = { type };
  const { data, hasMore } = await bodyOf(
    api.GET('/v1/transactions', {
      params: { query: { userId, asset, startingAfter, limit: pageSize, ...byType } },
    }),
  );
  return {
    lines: data.flatMap((transaction) => linesOf(transaction, asset)),
    next: hasMore ? data.at(-1)?.id : undefined,
  };
}

function linesOf(transaction: Schemas['TransactionAnswer'], asset: string): StatementLine[] {
  const { id, type, reference, description, actor, createdAt, entries } = transaction;
  return entries
    .filter((entry) => entry.kind === 'user' && entry.asset === asset)
    .map(({ direction, amount, balanceAfter = 0, version = 0 }) => ({
      version,
      transactionId: id,
      type,
      direction,
      amount,
      balanceAfter,
      reference,
      description,
      actor,
      createdAt,
    }));
}
