import type { paths } from '../api/schema.ts';

/** The writes that the console offers. */
export type ActionName =
  | 'topup'
  | 'bonus'
  | 'spend'
  | 'convert'
  | 'complete'
  | 'purchase'
  | 'adjust'
  | 'hold'
  | 'capture'
  | 'void'
  | 'reverse';

export interface ActionForm {
  userId: string;
  asset: string;
  to: string;
  amount: string;
  task: string;
  item: string;
  quantity: string;
  direction: string;
  reason: string;
  /** In seconds. */
  expiresIn: string;
  /** How much of a hold or a transaction; '' for everything that is left. */
  part: string;
  cause: string;
  hold: string;
  transaction: string;
  reference: string;
  description: string;
}

export interface Action {
  name: ActionName;
  title: string;
  /** Where the credits come from and go to. */
  says: string;
  /** Whether players may do it. */
  players: boolean;
  /** Whether it credits the asset that is chosen. */
  credits: boolean;
  fields: readonly (keyof ActionForm)[];
  /** Offered only where this is chosen: on the wallet's list of holds, or with a transaction. */
  of?: 'hold' | 'transaction';
  path: string;
  /** The body without reference and description. */
  body: (form: ActionForm) => Record<string, unknown>;
}

/** Makes a path that the API no longer has a compile error. */
function path(template: keyof paths): string {
  return template;
}

const flow = {
  players: false,
  credits: true,
  fields: ['asset', 'amount'],
  body: ({ amount }: ActionForm) => ({ amount: Number(amount) }),
} as const;

export const actions: readonly Action[] = [
  {
    ...flow,
    name: 'topup',
    title: 'Top up',
    says: 'Bought with real money: treasury → user.',
    path: path('/v1/wallets/{userId}/{asset}/topup'),
  },
  {
    ...flow,
    name: 'bonus',
    title: 'Bonus',
    says: 'A gift: promotions → user.',
    path: path('/v1/wallets/{userId}/{asset}/bonus'),
  },
  {
    ...flow,
    credits: false,
    name: 'spend',
    title: 'Spend',
    says: 'User → revenue. Refused if the balance would go below zero.',
    path: path('/v1/wallets/{userId}/{asset}/spend'),
  },
  {
    name: 'convert',
    title: 'Convert',
    says: 'User → exchange in one asset, exchange → user in the other, both or neither.',
    players: true,
    credits: false,
    fields: ['to', 'amount'],
    path: path('/v1/wallets/{userId}/convert'),
    body: ({ asset, to, amount }) => ({ from: asset, to, amount: Number(amount) }),
  },
  {
    name: 'complete',
    title: 'Complete a task',
    says: 'Promotions → user, as often as the task allows.',
    players: true,
    credits: false,
    fields: ['task'],
    path: path('/v1/wallets/{userId}/tasks/{task}/complete'),
    body: () => ({}),
  },
  {
    name: 'purchase',
    title: 'Buy an item',
    says: 'User → revenue, at the catalogue price.',
    players: true,
    credits: false,
    fields: ['item', 'quantity'],
    path: path('/v1/wallets/{userId}/purchases'),
    body: ({ item, quantity }) => ({ item, quantity: Number(quantity) }),
  },
  {
    ...flow,
    credits: false,
    name: 'adjust',
    title: 'Adjust',
    says: 'A correction by hand, with a reason: adjustments → user, or back. Also on a frozen wallet.',
    fields: ['asset', 'direction', 'amount', 'reason'],
    path: path('/v1/wallets/{userId}/{asset}/adjustments'),
    body: ({ direction, amount, reason }) => ({ direction, amount: Number(amount), reason }),
  },
  {
    ...flow,
    credits: false,
    name: 'hold',
    title: 'Hold',
    says: 'Reserves credits for a later capture. Nothing moves, and the rest stays available.',
    fields: ['asset', 'amount', 'expiresIn'],
    path: path('/v1/wallets/{userId}/{asset}/holds'),
    body: ({ amount, expiresIn }) => ({ amount: Number(amount), expiresIn: Number(expiresIn) }),
  },
  {
    ...flow,
    credits: false,
    name: 'capture',
    title: 'Capture a hold',
    says: 'User → revenue, from what is held. The rest is released.',
    of: 'hold',
    fields: ['asset', 'hold', 'part'],
    path: path('/v1/wallets/{userId}/{asset}/holds/{holdId}/capture'),
    body: partOf,
  },
  {
    ...flow,
    credits: false,
    name: 'void',
    title: 'Void a hold',
    says: 'Releases what is held. Nothing moves.',
    of: 'hold',
    fields: ['asset', 'hold'],
    path: path('/v1/wallets/{userId}/{asset}/holds/{holdId}/void'),
    body: () => ({}),
  },
  {
    ...flow,
    credits: false,
    name: 'reverse',
    title: 'Reverse',
    says: 'Gives back what was spent, or takes back what was credited. Never more than the original in total.',
    of: 'transaction',
    fields: ['transaction', 'part', 'cause'],
    path: path('/v1/wallets/{userId}/reversals'),
    body: (form) => ({ transactionId: form.transaction, cause: form.cause, ...partOf(form) }),
  },
];

function partOf({ part }: ActionForm): { amount?: number } {
  return part === '' ? {} : { amount: Number(part) };
}

export function requestPath({ path: template }: Action, form: ActionForm): string {
  return template
    .replace('{userId}', encodeURIComponent(form.userId))
    .replace('{asset}', encodeURIComponent(form.asset))
    .replace('{task}', encodeURIComponent(form.task))
    .replace('{holdId}', encodeURIComponent(form.hold));
}

export function requestBody({ body }: Action, form: ActionForm): Record<string, unknown> {
  return {
    ...body(form),
    ...(form.reference !== '' && { reference: form.reference }),
    ...(form.description !== '' && { description: form.description }),
  };
}
