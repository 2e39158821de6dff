import type { Completer } from '../completion.js';
import type { ConversionRate } from '../rates/conversion-rate.js';
import type { Item } from '../items.js';
import type { Task } from '../tasks.js';

/** What decides the amounts of a posting whose caller does not name them. */
export type Terms =
  | {
      kind: 'purchase';
      item: string;
      /** From 1 to `maxQuantity`. */
      quantity: number;
    }
  | { kind: 'task'; task: string; by: Completer }
  | {
      kind: 'conversion';
      from: string;
      to: string;
      /** Of `from`, in whole minor units, from 1 to 2^53 − 1. */
      amount: number;
    };

/** The member that each kind of terms adds to the metadata of a transaction. */
const members: Record<Terms['kind'], true> = { purchase: true, task: true, conversion: true };

/** Members of metadata that only the catalogue may write into the transactions of players. */
export const catalogMembers: readonly string[] = Object.keys(members);

/** How many pieces of an item one purchase may be of. */
export const maxQuantity = 1_000_000;

/** The part of the catalogue that a batch of postings depends on, as it is at one moment. */
export interface TermsInForce {
  /** By code. */
  items: ReadonlyMap<string, Item>;
  /** By code. */
  tasks: ReadonlyMap<string, Task>;
  /** By `rateKey`. */
  rates: ReadonlyMap<string, ConversionRate>;
  /** What users have completed in a period that is not over, by `completionKey`. */
  completed: ReadonlySet<string>;
}

export const noTermsInForce: TermsInForce = {
  items: new Map(),
  tasks: new Map(),
  rates: new Map(),
  completed: new Set(),
};

export function rateKey({ from, to }: Pick<ConversionRate, 'from' | 'to'>): string {
  return `${from}/${to}`;
}

/** Why the catalogue does not let something happen. */
export type CatalogRefusal =
  | { code: 'item-not-found'; item: string }
  | { code: 'item-retired'; item: string }
  | { code: 'task-not-found'; task: string }
  | { code: 'task-retired'; task: string }
  | {
      code: 'task-already-completed';
      task: string;
      /** When the user can complete it again (RFC 3339); missing if never. */
      availableAt?: string;
    }
  | { code: 'conversion-not-offered'; from: string; to: string }
  | { code: 'amount-not-convertible'; from: string; to: string; multipleOf: number }
  | {
      /** The amount that comes out of the terms is beyond what any amount may be. */
      code: 'amount-too-large';
      asset: string;
      limit: number;
    };
