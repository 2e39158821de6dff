import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

/** The reads of the console, except for statements. A cache key that concerns a user begins with that user. */

export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: () => bodyOf(api.GET('/v1/assets')),
  staleTime: 60_000,
});

export const usersQuery = (startingAfter: string | undefined) =>
  queryOptions({
    queryKey: ['users', startingAfter],
    queryFn: () => bodyOf(api.GET('/v1/users', { params: { query: { startingAfter, limit: 12 } } })),
    placeholderData: keepPreviousData,
  });

export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['user', userId, 'user'],
    queryFn: () => bodyOf(api.GET('/v1/users/{userId}', { params: { path: { userId } } })),
  });

export const walletQuery = (userId: string) =>
  queryOptions({
    queryKey: ['user', userId, 'wallet'],
    queryFn: () => bodyOf(api.GET('/v1/wallets/{userId}', { params: { path: { userId } } })),
  });

export const balanceAtQuery = (account: { userId: string; asset: string; at: string }) =>
  queryOptions({
    queryKey: ['user', account.userId, 'balance-at', account.asset, account.at],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/wallets/{userId}/{asset}', {
          params: { path: { userId: account.userId, asset: account.asset }, query: { at: account.at } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const openHoldsQuery = (account: { userId: string; asset: string }) =>
  queryOptions({
    queryKey: ['user', account.userId, 'holds', account.asset],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/wallets/{userId}/{asset}/holds', {
          params: { path: account, query: { status: 'open', limit: 20 } },
        }),
      ),
  });

export const itemsQuery = queryOptions({
  queryKey: ['items'],
  queryFn: () => bodyOf(api.GET('/v1/items', { params: { query: { limit: 100 } } })),
  staleTime: 10_000,
});

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: () => bodyOf(api.GET('/v1/tasks', { params: { query: { limit: 100 } } })),
  staleTime: 10_000,
});

export const ratesQuery = queryOptions({
  queryKey: ['conversion-rates'],
  queryFn: () => bodyOf(api.GET('/v1/conversion-rates')),
  staleTime: 10_000,
});

export const transactionQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id],
    queryFn: () => bodyOf(api.GET('/v1/transactions/{id}', { params: { path: { id } } })),
  });

export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id, 'proof'],
    queryFn: () => bodyOf(api.GET('/v1/transactions/{id}/proof', { params: { path: { id } } })),
  });

export const economyQuery = queryOptions({
  queryKey: ['economy'],
  queryFn: () => bodyOf(api.GET('/v1/economy')),
  refetchInterval: 2_000,
});

export const economyDaysQuery = (asset: string, days: number) =>
  queryOptions({
    queryKey: ['economy', 'days', asset, days],
    queryFn: () =>
      bodyOf(api.GET('/v1/economy/{asset}/days', { params: { path: { asset }, query: { days } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const holdersQuery = (asset: string) =>
  queryOptions({
    queryKey: ['economy', 'holders', asset],
    queryFn: () =>
      bodyOf(api.GET('/v1/economy/{asset}/holders', { params: { path: { asset }, query: { limit: 10 } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export const verificationQuery = queryOptions({
  queryKey: ['verification', 'progress'],
  queryFn: () => bodyOf(api.GET('/v1/ledger/verification/progress')),
});

export const changesQuery = (startingAfter: string | undefined) =>
  queryOptions({
    queryKey: ['changes', startingAfter],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/changes', {
          params: {
            query: {
              startingAfter: startingAfter === undefined ? undefined : Number(startingAfter),
              limit: 10,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const verifyLedger = () => bodyOf(api.GET('/v1/ledger/verification'));

export const verifyAccount = ({ userId, asset }: { userId: string; asset: string }) =>
  bodyOf(api.GET('/v1/wallets/{userId}/{asset}/verification', { params: { path: { userId, asset } } }));

export const freezeUser = (userId: string, reason: string) =>
  bodyOf(api.POST('/v1/users/{userId}/freeze', { params: { path: { userId } }, body: { reason } }));

export const unfreezeUser = (userId: string, reason: string) =>
  bodyOf(api.POST('/v1/users/{userId}/unfreeze', { params: { path: { userId } }, body: { reason } }));
