import type { LedgerRefusal } from '@app/ledger';
import { defineProblems } from '../../request/problems/define-problems.js';
import type { KeyRefusal } from '../../request/problems/request.problems.js';

/** The refusals of the ledger. Every posting meets the checks behind them. */
export const walletProblems = defineProblems<Exclude<LedgerRefusal, KeyRefusal>>()({
  'asset-not-found': {
    status: 404,
    title: 'There is no such asset',
    explanation:
      'No asset has this code. GET /v1/assets lists those that exist; codes are upper case. No 404 is stored under an Idempotency-Key: once the asset exists, retry with the same key.',
    sentence: ({ asset }) => `There is no asset ${asset}.`,
  },
  'amount-out-of-range': {
    status: 422,
    title: 'The amount is out of the range of the asset',
    explanation:
      'One transaction may move at least "minAmount" and at most "maxAmount" of this asset, whichever way it goes. The refusal is not stored under its Idempotency-Key: once an administrator has changed the limits, retry with the same key.',
    sentence: ({ asset, amount, minAmount, maxAmount }) =>
      `${amount} ${asset} cannot move at once: from ${minAmount} to ${maxAmount} can.`,
  },
  'asset-retired': {
    status: 422,
    title: 'The asset is retired',
    explanation:
      'Nothing is credited in a retired asset: no top-up, no bonus, no reward, and no conversion into it. What users hold can still be spent and converted. The refusal belongs to its Idempotency-Key: if the asset is in use again, credit under a new key.',
    sentence: ({ asset }) => `${asset} is retired: nothing is credited in it any more.`,
  },
  'insufficient-funds': {
    status: 422,
    title: 'The balance is too low',
    explanation:
      'The user has fewer credits than the spend needs; "balance" and "required" say how many. The refusal belongs to its Idempotency-Key: after a top-up, spend under a new key.',
    sentence: ({ asset, balance, required }) =>
      `The balance is ${balance} ${asset}; ${required} are required.`,
  },
  'balance-limit-exceeded': {
    status: 422,
    title: 'The balance would be too large',
    explanation:
      'The balance of a user stays within 2^53 − 1, which every JSON parser reads exactly. System accounts have no limit. The refusal belongs to its Idempotency-Key: once the user has spent, credit under a new key.',
    sentence: ({ account, asset, limit }) =>
      `The ${asset} balance of ${account} would leave its limit of ${limit}.`,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof walletProblems, true> {}
}
