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
import { holdPosting } from '@app/holds';
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

const noDetails = { reference: null, description: null, metadata: {} };

/** Authorises a hold on GOLD. */
export function authorise(userId: string, amount: number, expiresIn = 900): RulePosting {
  const asked = { userId, asset: 'GOLD', assetExists: true, amount, expiresIn, details: noDetails };
  return holdPosting({ ...asked, action: 'authorise' }, noDetails);
}

/** Captures a part of a hold on GOLD, or all that is left. */
export function capture(userId: string, holdId: string, amount?: number, final = true): RulePosting {
  const asked = { userId, asset: 'GOLD', assetExists: true, holdId, amount, final };
  return holdPosting({ ...asked, action: 'capture' }, noDetails);
}

export function voidHold(userId: string, holdId: string): RulePosting {
  return holdPosting({ userId, asset: 'GOLD', assetExists: true, holdId, action: 'void' }, noDetails);
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
