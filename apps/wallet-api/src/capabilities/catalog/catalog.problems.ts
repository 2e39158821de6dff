import { maxAmount } from '@app/accounts';
import { CatalogError, type CatalogRefusal } from '@app/catalog';
import { defineProblems } from '../../request/problems/define-problems.js';
import { errorProblem } from '../../request/problems/error-problem.js';
import { ProblemError } from '../../request/problems/problem.js';
import { assetMember, integerMember, textMember } from '../../request/problems/member-schemas.js';

const itemMember = textMember('The code of the item.', 'iron-sword');
const taskMember = textMember('The code of the task.', 'daily-login');
const fromMember = textMember('The code of the asset to convert from.', 'SILVER');
const toMember = textMember('The code of the asset to convert to.', 'GOLD');

/** Refusals of purchases, completions and conversions, and of changes to the catalogue. */
export const catalogProblems = defineProblems<CatalogRefusal>()({
  'item-not-found': {
    status: 404,
    title: 'There is no such item',
    explanation:
      'No item has the code in "item". GET /v1/items lists all items. A 404 is not stored under its Idempotency-Key: once the item exists, retry with the same key.',
    members: { item: itemMember },
    sentence: ({ item }) => `There is no item ${item}.`,
  },
  'task-not-found': {
    status: 404,
    title: 'There is no such task',
    explanation:
      'No task has the code in "task". GET /v1/tasks lists all tasks. A 404 is not stored under its Idempotency-Key: once the task exists, retry with the same key.',
    members: { task: taskMember },
    sentence: ({ task }) => `There is no task ${task}.`,
  },
  'item-exists': {
    status: 409,
    title: 'The item code is taken',
    explanation:
      'The code of an item is permanent, even when it is retired, because purchases refer to it. Change the existing item with PATCH, or use another code.',
    members: { item: itemMember },
  },
  'task-exists': {
    status: 409,
    title: 'The task code is taken',
    explanation:
      'The code of a task is permanent, even when it is retired, because completions refer to it. Change the existing task with PATCH, or use another code.',
    members: { task: taskMember },
  },
  'player-task-unlimited': {
    status: 422,
    title: 'A task that players complete needs a limit',
    explanation:
      'A player could complete an unlimited task in a loop and be paid each time. Leave it to clients ("completedBy": "client"), or create a task limited to once or daily.',
    members: { task: taskMember },
  },
  'item-retired': {
    status: 422,
    title: 'The item is no longer sold',
    explanation: 'The item is retired. GET /v1/items lists the items that can be bought.',
    members: { item: itemMember },
    sentence: ({ item }) => `The item ${item} is no longer sold.`,
  },
  'task-retired': {
    status: 422,
    title: 'The task is no longer rewarded',
    explanation: 'The task is retired. GET /v1/tasks lists the tasks that can be completed.',
    members: { task: taskMember },
    sentence: ({ task }) => `The task ${task} is no longer rewarded.`,
  },
  'task-already-completed': {
    status: 422,
    title: 'The user has already completed the task',
    explanation:
      'A task can be limited to once per user, or once per user and UTC day, whatever the Idempotency-Key. "availableAt" tells when the task can be completed again; it is absent if never.',
    members: {
      task: taskMember,
      availableAt: {
        ...textMember('When the task can be completed again; absent if never.', '2026-01-02T00:00:00.000Z'),
        format: 'date-time',
        optional: true,
      },
    },
    sentence: ({ task, availableAt }) =>
      availableAt === undefined
        ? `The user has completed ${task}, which is possible only once.`
        : `The user has completed ${task}; it can be completed again at ${availableAt}.`,
  },
  'conversion-not-offered': {
    status: 422,
    title: 'There is no rate for this conversion',
    explanation:
      'GET /v1/conversion-rates lists the possible conversions; each rate has one direction. The refusal is not stored under its Idempotency-Key: once there is a rate, retry with the same key.',
    members: { from: fromMember, to: toMember },
    sentence: ({ from, to }) => `There is no rate from ${from} to ${to}.`,
  },
  'conversion-cycle-creates-credits': {
    status: 422,
    title: 'The rate would let conversions create credits',
    explanation:
      'With this rate, a cycle of conversions would end with more credits than it began with, and could be repeated without limit. "cycle" names the assets in order. The product of the rates in a cycle must not exceed 1. Nothing changed. Set a lower rate, or first change or remove another rate of the cycle.',
    members: {
      cycle: {
        type: 'array',
        items: { type: 'string' },
        description: 'The codes of the assets of the cycle, in order.',
        example: ['SILVER', 'GOLD', 'SILVER'],
      },
    },
  },
  'too-many-conversion-rates': {
    status: 422,
    title: 'There are too many conversion rates',
    explanation:
      'There can be at most "limit" conversion rates. Remove one that is no longer needed. Existing rates can still be changed.',
    members: { limit: integerMember('The largest number of rates.', 1000) },
  },
  'amount-not-convertible': {
    status: 422,
    title: 'The amount is not a whole multiple of the rate',
    explanation:
      'A conversion leaves no remainder: the amount must be a multiple of "multipleOf", the "fromAmount" of the rate.',
    members: {
      from: fromMember,
      to: toMember,
      multipleOf: integerMember('The amount must be a multiple of this.', 50),
    },
    sentence: ({ from, to, multipleOf }) =>
      `Only multiples of ${multipleOf} ${from} can be converted to ${to}.`,
  },
  'amount-too-large': {
    status: 422,
    title: 'The amount would be too large',
    explanation:
      'The price times the quantity, or the amount times the rate, exceeds 2^53 − 1, the largest amount. Ask for less.',
    members: { asset: assetMember, limit: integerMember('The largest amount.', maxAmount) },
    sentence: ({ asset, limit }) => `More than ${limit} ${asset} cannot move at once.`,
  },
});

/** The catalogue also throws `asset-not-found` and `forbidden`; they are defined elsewhere. */
export const catalogErrors = [
  errorProblem(CatalogError, (error) => new ProblemError(error.code, error.message, error.members)),
];

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof catalogProblems, true> {}
}
