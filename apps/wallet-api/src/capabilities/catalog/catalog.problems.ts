import { CatalogError, type CatalogRefusal } from '@app/catalog';
import { defineProblems } from '../../request/problems/define-problems.js';
import { errorProblem } from '../../request/problems/error-problem.js';
import { ProblemError } from '../../request/problems/problem.js';

/** What the catalogue refuses: purchases, completions, conversions, and changes of what it offers. */
export const catalogProblems = defineProblems<CatalogRefusal>()({
  'item-not-found': {
    status: 404,
    title: 'There is no such item',
    explanation:
      'No item has the code that "item" names; GET /v1/items lists all of them. No 404 is stored under an Idempotency-Key: once the item exists, retry with the same key.',
    sentence: ({ item }) => `There is no item ${item}.`,
  },
  'task-not-found': {
    status: 404,
    title: 'There is no such task',
    explanation:
      'No task has the code that "task" names; GET /v1/tasks lists all of them. No 404 is stored under an Idempotency-Key: once the task exists, retry with the same key.',
    sentence: ({ task }) => `There is no task ${task}.`,
  },
  'item-exists': {
    status: 409,
    title: 'The code of the item is taken',
    explanation:
      'An item has its code for ever, also when it is retired, since purchases refer to it. Change the item that there is with PATCH, or give the new one another code.',
  },
  'task-exists': {
    status: 409,
    title: 'The code of the task is taken',
    explanation:
      'A task has its code for ever, also when it is retired, since completions refer to it. Change the task that there is with PATCH, or give the new one another code.',
  },
  'player-task-unlimited': {
    status: 422,
    title: 'A task that players complete needs a limit',
    explanation:
      'A player could complete an unlimited task in a loop and be paid each time. Leave it to clients ("completedBy": "client"), or make another task that is limited to once or daily.',
  },
  'item-retired': {
    status: 422,
    title: 'The item is not sold any more',
    explanation: 'The item was retired. GET /v1/items lists those that can be bought.',
    sentence: ({ item }) => `The item ${item} is not sold any more.`,
  },
  'task-retired': {
    status: 422,
    title: 'The task is not rewarded any more',
    explanation: 'The task was retired. GET /v1/tasks lists those that can be completed.',
    sentence: ({ task }) => `The task ${task} is not rewarded any more.`,
  },
  'task-already-completed': {
    status: 422,
    title: 'The user has completed the task already',
    explanation:
      'A task may be limited to once per user, or to once per user and day (in UTC), whatever the Idempotency-Key. "availableAt" says when the next completion is possible; without it there is none.',
    sentence: ({ task, availableAt }) =>
      availableAt === undefined
        ? `The user has completed ${task}, which is possible once.`
        : `The user has completed ${task}; it is possible again at ${availableAt}.`,
  },
  'conversion-not-offered': {
    status: 422,
    title: 'There is no rate for this conversion',
    explanation:
      'Credits can be converted along the rates of GET /v1/conversion-rates, each in its own direction only. The refusal is not stored under its Idempotency-Key: once there is a rate, retry with the same key.',
    sentence: ({ from, to }) => `There is no rate from ${from} to ${to}.`,
  },
  'conversion-cycle-creates-credits': {
    status: 422,
    title: 'The rate would let conversions create credits',
    explanation:
      'With this rate, a cycle of conversions would end with more credits than it began with, and could be repeated without limit; "cycle" names the assets in order. The product of the rates in a cycle may be at most 1. Nothing changed: offer a lower rate, or change or remove another rate of the cycle first.',
  },
  'too-many-conversion-rates': {
    status: 422,
    title: 'There are too many conversion rates',
    explanation:
      'At most "limit" conversion rates can be offered at a time. Remove one that is no longer needed. A rate that exists can still be changed.',
  },
  'amount-not-convertible': {
    status: 422,
    title: 'The amount is not a whole multiple of the rate',
    explanation:
      'A conversion leaves no fraction behind: the amount must be a multiple of "multipleOf", the first amount of the rate.',
    sentence: ({ from, to, multipleOf }) =>
      `Only multiples of ${multipleOf} ${from} can be converted to ${to}.`,
  },
  'amount-too-large': {
    status: 422,
    title: 'The amount would be too large',
    explanation:
      'The price times the quantity, or the amount times the rate, is beyond 2^53 − 1, more than any amount may be. Ask for less.',
    sentence: ({ asset, limit }) => `More than ${limit} ${asset} cannot move at once.`,
  },
});

/** The catalogue also throws `asset-not-found` and `forbidden`, which are defined elsewhere. */
export const catalogErrors = [
  errorProblem(CatalogError, (error) => new ProblemError(error.code, error.message, error.members)),
];

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof catalogProblems, true> {}
}
