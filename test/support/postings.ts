import { randomUUID } from 'node:crypto';
import { fingerprint } from '@app/idempotency';
import type { FixedPosting, PostingKey, PostingOnTerms } from '@app/ledger';

/** A top-up straight at the journal, for tests below HTTP. */
export function topup(userId: string, amount: number, more: Partial<FixedPosting> = {}): FixedPosting {
  return {
    type: 'topup',
    userId,
    legs: [
      {
        source: { kind: 'system', id: 'treasury' },
        destination: { kind: 'user', id: userId },
        asset: 'GOLD',
        amount,
      },
    ],
    reference: null,
    description: null,
    metadata: {},
    ...more,
  };
}

export function spend(userId: string, amount: number): FixedPosting {
  return {
    ...topup(userId, amount),
    type: 'spend',
    legs: [
      {
        source: { kind: 'user', id: userId },
        destination: { kind: 'system', id: 'revenue' },
        asset: 'GOLD',
        amount,
      },
    ],
  };
}

/** The reward of a task of the demonstration, in the asset that it has. */
export function reward(userId: string, task: string, asset: string): PostingOnTerms {
  const promotions = { kind: 'system', id: 'promotions' } as const;
  return {
    type: 'reward',
    userId,
    routes: [{ source: promotions, destination: { kind: 'user', id: userId }, asset }],
    terms: { kind: 'task', task, by: 'client' },
    reference: null,
    description: null,
    metadata: {},
  };
}

/** A key of the test client; the fingerprint is that of the key itself unless another body is given. */
export function keyOf(key: string = randomUUID(), body: unknown = key): PostingKey {
  return {
    clientId: 'test',
    key,
    fingerprint: fingerprint({ method: 'TEST', path: '/', body }),
    actor: { kind: 'client', id: 'test' },
  };
}
