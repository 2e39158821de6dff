import { queryOptions } from '@tanstack/react-query';
import { ProblemError, isProblemDocument } from './problem.ts';
import { sessionStore } from '../session/session.ts';

export interface KnownUser {
  userId: string;
  createdAt: string;
  frozen: null | { since: string; reason: string; by: string };
}

async function call(path: string, init: RequestInit = {}): Promise<KnownUser> {
  const response = await fetch(path, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionStore.token() ?? ''}` },
  });
  const body: unknown = await response.json();
  if (!response.ok && isProblemDocument(body)) throw new ProblemError(body);
  return body as KnownUser;
}

export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['user', userId, 'user'],
    queryFn: () => call(`/v1/users/${encodeURIComponent(userId)}`),
  });
export const freezeUser = (userId: string, reason: string) =>
  call(`/v1/users/${encodeURIComponent(userId)}/freeze`, {
    method: 'POST',
    body: JSON.stringify({ reason }),
  });
export const unfreezeUser = (userId: string, reason: string) =>
  call(`/v1/users/${encodeURIComponent(userId)}/unfreeze`, {
    method: 'POST',
    body: JSON.stringify({ reason }),
  });
