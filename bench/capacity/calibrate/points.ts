import type { Ask } from '../../load/requests.js';
import type { Load } from '../calibration.js';
import type { RequestKind } from '../request-kinds.js';

/** What is measured together: one kind of request, or a mix of several. */
export type WantedPoint = Omit<Load, 'share'>[];

const one = (request: RequestKind, ...callers: number[]): WantedPoint[] =>
  callers.map((count) => [{ request, callers: count }]);

/** More callers than an open loop ever has requests in flight. */
const openLoopCallers = 256;

export const wantedPoints: readonly WantedPoint[] = [
  ...one('top-up', 1, 8, 16, 32, 64, 128, 256),
  ...one('spend', 16, 64),
  ...one('purchase', 16, 64),
  ...one('reward', 16, 64),
  ...one('balance', 8, 16, 32, 64, 128),
  ...one('statement', 8, 32, 128),
  ...one('list', 8, 32, 128),
  [{ request: 'top-up', callers: openLoopCallers, perSecond: 200 }],
  [{ request: 'top-up', callers: openLoopCallers, perSecond: 500 }],
  [
    { request: 'top-up', callers: 32 },
    { request: 'balance', callers: 32 },
  ],
];

/** An item, and tasks whose codes end in a number. Every task pays a user once, so few requests are refused if there are many. */
export const catalogue = { item: 'capacity', price: 1, task: 'capacity-', tasks: 300 };

export function askFor(request: RequestKind, users: number): Ask {
  const wallet = (path: string, body?: string): Ask => ({
    what: 'wallet',
    path,
    body,
    users,
    numbers: catalogue.tasks,
  });
  switch (request) {
    case 'top-up':
      return { what: 'topup', users };
    case 'spend':
      return wallet('/v1/wallets/{user}/GOLD/spend', `{"amount":${catalogue.price}}`);
    case 'purchase':
      return wallet('/v1/wallets/{user}/purchases', `{"item":"${catalogue.item}"}`);
    case 'reward':
      return wallet(`/v1/wallets/{user}/tasks/${catalogue.task}{number}/complete`, '{}');
    case 'balance':
      return { what: 'balance', users };
    case 'statement':
      return wallet('/v1/wallets/{user}/GOLD/entries?limit=10');
    case 'list':
      return wallet('/v1/transactions?userId={user}&limit=10');
  }
}
