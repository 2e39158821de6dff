import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, NamedCheck, Resolved, Rule, Session } from '@app/ledger';

export const adjustmentDirections = ['credit', 'debit'] as const;

/** A correction of a balance by the service. */
export interface Adjustment {
  userId: string;
  asset: string;
  /** As the user sees it. */
  direction: (typeof adjustmentDirections)[number];
  amount: number;
  reason: string;
  /** The largest amount that the caller may adjust by; `undefined` if it has no limit. */
  limit: number | undefined;
}

/** A type and not an interface, which no `Refusal` could include. */
export type AdjustmentRefusal = { code: 'adjustment-exceeds-limit'; amount: number; limit: number };

/**
 * Moves the amount between the user and `adjustments`. The reason becomes part of the metadata, which is hashed and never changes.
 *
 * The limit is checked here and not where the request is read: a retry replays its outcome although the limit has changed.
 */
export const adjustmentRule: Rule<Adjustment, AdjustmentRefusal> = {
  name: 'adjustment',
  routes: ({ userId, asset, direction }) => {
    const [user, house] = [userOwner(userId), systemOwner('adjustments')];
    return [
      direction === 'credit'
        ? { source: house, destination: user, asset }
        : { source: user, destination: house, asset },
    ];
  },
  session: () => session,
};

const withinLimit: NamedCheck<AskedOf<Adjustment>, AdjustmentRefusal, 'catalogue'> = {
  rung: 'catalogue',
  code: 'adjustment-exceeds-limit',
  refusal: ({ asked: { amount, limit } }) =>
    limit !== undefined && amount > limit ? { code: 'adjustment-exceeds-limit', amount, limit } : undefined,
};

const session: Session<Adjustment, AdjustmentRefusal> = {
  checks: [withinLimit],
  resolve: ({ asked: { amount, reason }, routes }): Resolved => ({
    legs: routes.map((route) => ({ ...route, amount })),
    description: reason,
    metadata: { adjustment: { reason } },
  }),
  accept: () => session,
};
