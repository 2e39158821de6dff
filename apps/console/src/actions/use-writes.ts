import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { walletQuery } from '../api/queries.ts';
import { isSettled, sendWrite, type WriteAnswer, type WriteRequest } from './send-write.ts';
import { unsettledWrites } from './unsettled-writes.ts';

/** The last request, and every answer to it. */
export interface Writes {
  userId: string;
  request: WriteRequest;
  answers: WriteAnswer[];
  /** How many of the requests got no answer. */
  lost: number;
  /** The balances before the key was first used; unknown after a reload. */
  before?: Map<string, number>;
  /** The balances that changed between the first request and the last answer. */
  changes: { asset: string; before: number; after: number }[];
  atOnce: boolean;
}

/**
 * Sends writes and compares the balances before and after. A write keeps its key, even across a reload, until an answer settles it
 * or the user abandons it: it may have moved credits, and only the same key can tell.
 */
export function useWrites(action: string) {
  const queryClient = useQueryClient();
  const [writes, setWrites] = useState<Writes | undefined>(() => restored(action));
  const [error, setError] = useState<unknown>();
  const [pending, setPending] = useState(false);
  const isSending = useRef(false);
  const unsettled = writes !== undefined && !writes.answers.some(isSettled);

  const run = async (userId: string, request: WriteRequest, copies: number, earlier?: Writes) => {
    // A second click can come before the button is rendered as disabled.
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    setError(undefined);
    // Kept before it is sent: a page reloaded in between must find it.
    unsettledWrites.keep(action, { userId, request });
    try {
      const before = (unsettled ? earlier?.before : undefined) ?? (await balances(userId));
      const results = await Promise.allSettled(Array.from({ length: copies }, () => sendWrite(request)));
      const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const all = [...(earlier?.answers ?? []), ...answers];
      const lost = (earlier?.lost ?? 0) + copies - answers.length;
      if (all.some(isSettled)) unsettledWrites.drop(action);
      setError(results.find((result) => result.status === 'rejected')?.reason);
      const changes = changesBetween(before, await balances(userId));
      setWrites({ userId, request, answers: all, lost, before, changes, atOnce: copies > 1 });
      await queryClient.invalidateQueries({ queryKey: ['user', userId] });
    } finally {
      isSending.current = false;
      setPending(false);
    }
  };

  /** Empty for a user without a wallet. */
  const balances = async (userId: string) => {
    const wallet = await queryClient.query({ ...walletQuery(userId), staleTime: 0 }).catch(() => undefined);
    return new Map(wallet?.balances.map(({ asset, balance }) => [asset, balance]));
  };

  return {
    writes,
    error,
    pending,
    unsettled,
    send: (userId: string, request: WriteRequest, copies: number) => void run(userId, request, copies),
    /** Sends the same request with the same key again. */
    retry: () => {
      if (writes)
        void run(writes.userId, writes.request, 1, writes.atOnce && !unsettled ? undefined : writes);
    },
    /** Forgets the write, so the next one is a new operation. */
    clear: () => {
      unsettledWrites.drop(action);
      setWrites(undefined);
      setError(undefined);
    },
  };
}

function restored(action: string): Writes | undefined {
  const kept = unsettledWrites.of(action);
  return kept && { ...kept, answers: [], lost: 1, changes: [], atOnce: false };
}

function changesBetween(before: Map<string, number>, after: Map<string, number>): Writes['changes'] {
  return [...after]
    .map(([asset, balance]) => ({ asset, before: before.get(asset) ?? 0, after: balance }))
    .filter((change) => change.before !== change.after);
}
