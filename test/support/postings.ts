import { randomUUID } from 'node:crypto';
import { fingerprint } from '@app/idempotency';
import { taskRule } from '@app/catalog';
import {
  type FixedPosting,
  type GroupPosting,
  postingByRule,
  type PostingKey,
  postingOfGroup,
  type RulePosting,
  type SinglePosting,
} from '@app/ledger';
import { operationGroup } from '@app/operations';

/** A top-up directly through the journal, for tests below HTTP. */
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

/** The reward of a seeded task, in its asset. */
export function reward(userId: string, task: string, asset: string): RulePosting {
  return postingByRule(
    taskRule,
    { task, by: 'client', asset, userId },
    { type: 'reward', userId, reference: null, description: null, metadata: {} },
  );
}

/** These postings of a user, all or none. */
export function operations(userId: string, ...postings: SinglePosting[]): GroupPosting {
  const details = { type: 'operations', userId, reference: null, description: null, metadata: {} };
  return postingOfGroup(operationGroup, postings, details);
}

/** A key of the test client; its fingerprint is that of the key unless a body is given. */
export function keyOf(key: string = randomUUID(), body: unknown = key): PostingKey {
  return {
    clientId: 'test',
    key,
    fingerprint: fingerprint({ method: 'TEST', path: '/', body }),
    actor: { kind: 'client', id: 'test' },
  };
}
