import type { CatalogRefusal } from '@app/catalog';
import type { FreezeRefusal } from '@app/freezes';
import type { LedgerRefusal, Refusal } from '@app/ledger';
import { ProblemError } from './problem.js';

/** Every refusal of this application. The ledger leaves the union open. */
export type KnownRefusal = LedgerRefusal | CatalogRefusal | FreezeRefusal;

type Wording = { [C in KnownRefusal['code']]: (refusal: Extract<KnownRefusal, { code: C }>) => string };

/** What each refusal says to the caller. A new kind of refusal does not compile until it is worded here. */
const wording: Wording = {
  'asset-not-found': ({ asset }) => `There is no asset ${asset}.`,
  'asset-retired': ({ asset }) => `${asset} is retired: nothing is credited in it any more.`,
  'amount-out-of-range': ({ asset, amount, minAmount, maxAmount }) =>
    `${amount} ${asset} cannot move at once: from ${minAmount} to ${maxAmount} can.`,
  'wallet-frozen': ({ asset }) => `The wallet is frozen and cannot spend ${asset}.`,
  'insufficient-funds': ({ asset, balance, required }) =>
    `The balance is ${balance} ${asset}; ${required} are required.`,
  'balance-limit-exceeded': ({ account, asset, limit }) =>
    `The ${asset} balance of ${account} would leave its limit of ${limit}.`,
  'item-not-found': ({ item }) => `There is no item ${item}.`,
  'item-retired': ({ item }) => `The item ${item} is not sold any more.`,
  'task-not-found': ({ task }) => `There is no task ${task}.`,
  'task-retired': ({ task }) => `The task ${task} is not rewarded any more.`,
  'task-already-completed': ({ task, availableAt }) =>
    availableAt === undefined
      ? `The user has completed ${task}, which is possible once.`
      : `The user has completed ${task}; it is possible again at ${availableAt}.`,
  'conversion-not-offered': ({ from, to }) => `There is no rate from ${from} to ${to}.`,
  'amount-not-convertible': ({ from, to, multipleOf }) =>
    `Only multiples of ${multipleOf} ${from} can be converted to ${to}.`,
  'amount-too-large': ({ asset, limit }) => `More than ${limit} ${asset} cannot move at once.`,
  'idempotency-key-reused': () =>
    'This Idempotency-Key was used for another request of this user; nothing happened.',
};

/** Turns what the ledger refused into the problem that the caller reads. */
export function refusalProblem(refusal: Refusal): ProblemError {
  const { code, ...members } = refusal as KnownRefusal;
  const word = wording[code] as (refusal: Refusal) => string;
  return new ProblemError(code, word(refusal), members);
}
