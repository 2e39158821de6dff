import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['user', userId, 'user'],
    queryFn: () => bodyOf(api.GET('/v1/users/{userId}', { params: { path: { userId } } })),
  });

export const freezeUser = (userId: string, reason: string) =>
  bodyOf(api.POST('/v1/users/{userId}/freeze', { params: { path: { userId } }, body: { reason } }));

export const unfreezeUser = (userId: string, reason: string) =>
  bodyOf(api.POST('/v1/users/{userId}/unfreeze', { params: { path: { userId } }, body: { reason } }));
