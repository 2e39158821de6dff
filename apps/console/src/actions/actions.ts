import type { paths } from '../api/schema.ts';

/** The writes that the console offers. */
export type ActionName = 'topup' | 'bonus' | 'spend' | 'convert' | 'complete' | 'purchase';

export interface ActionForm {
  userId: string;
  asset: string;
  to: string;
  amount: string;
  task: string;
  item: string;
  quantity: string;
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
];

export function requestPath({ path: template }: Action, form: ActionForm): string {
  return template
    .replace('{userId}', encodeURIComponent(form.userId))
    .replace('{asset}', encodeURIComponent(form.asset))
    .replace('{task}', encodeURIComponent(form.task));
}

export function requestBody({ body }: Action, form: ActionForm): Record<string, unknown> {
  return {
    ...body(form),
    ...(form.reference !== '' && { reference: form.reference }),
    ...(form.description !== '' && { description: form.description }),
  };
}
