import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

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
