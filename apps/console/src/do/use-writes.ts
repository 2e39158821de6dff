import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { walletQuery } from '../api/queries.ts';
import { send, type WriteAnswer, type WriteRequest } from './exchange.ts';

/** What was sent last, and what came back each time. */
export interface Writes {
  request: WriteRequest;
  answers: WriteAnswer[];
  /** The balances that changed between the first sending and the last answer. */
  changes: { asset: string; before: number; after: number }[];
  atOnce: boolean;
}

/** Sends writes for a user and sees what they did to the balances. */
export function useWrites(userId: string) {
  const queryClient = useQueryClient();
  const [writes, setWrites] = useState<Writes>();
  const [error, setError] = useState<unknown>();
  const [pending, setPending] = useState(false);

  const run = async (request: WriteRequest, copies: number, earlier: WriteAnswer[]) => {
    setPending(true);
    setError(undefined);
    try {
      const before = await balances();
      const answers = await Promise.all(Array.from({ length: copies }, () => send(request)));
      const after = await balances();
      setWrites({
        request,
        answers: [...earlier, ...answers],
        changes: changesBetween(before, after),
        atOnce: copies > 1,
      });
      await queryClient.invalidateQueries({ queryKey: ['user', userId] });
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  };

  /** Of a user whom nobody knows yet there are none. */
  const balances = async () => {
    const wallet = await queryClient.query({ ...walletQuery(userId), staleTime: 0 }).catch(() => undefined);
    return new Map(wallet?.balances.map(({ asset, balance }) => [asset, balance]));
  };

  return {
    writes,
    error,
    pending,
    sendOnce: (request: WriteRequest) => void run(request, 1, []),
    sendAtOnce: (request: WriteRequest, copies: number) => void run(request, copies, []),
    /** The same request under the same key once more. */
    retry: () => {
      if (writes) void run(writes.request, 1, writes.atOnce ? [] : writes.answers);
    },
    clear: () => {
      setWrites(undefined);
      setError(undefined);
    },
  };
}

function changesBetween(before: Map<string, number>, after: Map<string, number>): Writes['changes'] {
  return [...after]
    .map(([asset, balance]) => ({ asset, before: before.get(asset) ?? 0, after: balance }))
    .filter((change) => change.before !== change.after);
}
