import { maxAmount } from '@app/accounts';
import type { FailedPrecondition, LedgerRefusal } from '@app/ledger';
import { defineProblems } from '../../request/problems/define-problems.js';
import type { TransactionRefusal } from '../transactions/transactions.problems.js';
import type { KeyRefusal } from '../../request/problems/request.problems.js';
import {
  assetMember,
  type MemberSchema,
  integerMember,
  textMember,
} from '../../request/problems/member-schemas.js';

/** The refusals of the ledger. Every posting goes through their checks. */
export const walletProblems = defineProblems<Exclude<LedgerRefusal, KeyRefusal | TransactionRefusal>>()({
  'asset-not-found': {
    status: 404,
    title: 'There is no such asset',
    explanation:
      'No asset has this code. GET /v1/assets lists all assets; codes are upper case. A 404 is not stored under its Idempotency-Key: once the asset exists, retry with the same key.',
    members: { asset: assetMember },
    sentence: ({ asset }) => `There is no asset ${asset}.`,
  },
  'amount-out-of-range': {
    status: 422,
    title: 'The amount is out of range for the asset',
    explanation:
      'One transaction can move at least "minAmount" and at most "maxAmount" of this asset, in either direction. The refusal is not stored under its Idempotency-Key: once an administrator has changed the limits, retry with the same key.',
    members: {
      asset: assetMember,
      amount: integerMember('The requested amount.', 5),
      minAmount: integerMember('The smallest amount one transaction can move.', 10),
      maxAmount: integerMember('The largest amount one transaction can move.', 500),
    },
    sentence: ({ asset, amount, minAmount, maxAmount }) =>
      `One transaction can move ${minAmount} to ${maxAmount} ${asset}, not ${amount}.`,
  },
  'asset-retired': {
    status: 422,
    title: 'The asset is retired',
    explanation:
      'A retired asset cannot be credited: no top-up, bonus, reward or conversion into it. Users can still spend and convert what they hold. The refusal is stored under its Idempotency-Key: if the asset is restored, credit under a new key.',
    members: { asset: assetMember },
    sentence: ({ asset }) => `${asset} is retired and cannot be credited.`,
  },
  'precondition-failed': {
    status: 412,
    title: 'A precondition of the request does not hold',
    explanation:
      'The request was to happen only under a "condition", and found "actual" instead of "expected". `if-match`: the account has changed since its ETag was read; `version`, `minBalance`, `maxBalance` and `minAvailable` are members of "conditions"; `expectedPrice` and `minReceived`: the catalogue has changed. Nothing happened. The refusal is stored under its Idempotency-Key: read again, and decide again under a new key.',
    members: {
      asset: assetMember,
      condition: {
        ...textMember('The condition that does not hold.', 'version'),
        enum: [
          'if-match',
          'version',
          'minBalance',
          'maxBalance',
          'minAvailable',
          'expectedPrice',
          'minReceived',
        ] satisfies FailedPrecondition['condition'][],
      },
      expected: figureOrTag('What the request expected: an integer, or the tag of an If-Match.', 2),
      actual: figureOrTag('What was found instead: an integer, or the current ETag.', 3),
    },
    sentence: ({ asset, condition, expected, actual }) =>
      `${asset} does not meet ${condition}: expected ${expected}, found ${actual}.`,
  },
  'insufficient-funds': {
    status: 422,
    title: 'The balance is too low',
    explanation:
      'The user can spend fewer credits ("available") than the request needs ("required"). The available credits are the balance without those "held" for later captures, less what the user owes. The refusal is stored under its Idempotency-Key: after a top-up, spend under a new key.',
    members: {
      asset: assetMember,
      balance: integerMember("The user's balance.", 70),
      available: integerMember('What of it the user can spend.', 70),
      held: integerMember('What of it is held.', 0),
      required: integerMember('The amount that the request needs.', 100),
    },
    sentence: ({ asset, balance, available, required }) =>
      available === balance
        ? `The balance is ${balance} ${asset}; ${required} are required.`
        : `Of the balance of ${balance} ${asset}, ${available} are available; ${required} are required.`,
  },
  'balance-limit-exceeded': {
    status: 422,
    title: 'The balance would be too large',
    explanation:
      'The balance of a user cannot exceed 2^53 − 1, the largest integer every JSON parser reads exactly. System accounts have no limit. The refusal is stored under its Idempotency-Key: once the user has spent, credit under a new key.',
    members: {
      account: textMember('The id of the user.', 'alice'),
      asset: assetMember,
      balance: integerMember("The user's balance.", 70),
      limit: integerMember('The largest balance.', maxAmount),
    },
    sentence: ({ account, asset, limit }) =>
      `The ${asset} balance of ${account} would exceed its limit of ${limit}.`,
  },
});

/** A member that is a number for most conditions and a text for `if-match`. */
function figureOrTag(description: string, example: number): MemberSchema {
  return { type: ['integer', 'string'], description, example };
}

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof walletProblems, true> {}
}
