import {
  availableAgainAt,
  type Completion,
  completionKey,
  periodOf,
  requireCompletableBy,
} from '../completion.js';
import { type CatalogRefusal, rateKey, type Terms, type TermsInForce } from './terms.js';

/** What the terms of a posting come to. */
export interface Quote {
  /** Of each leg, in whole minor units. */
  amounts: readonly number[];
  /** What happened, in words, for a caller who gives none. */
  description: string;
  /** What was agreed, for the metadata of the transaction: one member. */
  metadata: Record<string, unknown>;
  /** What may not happen again once the posting is accepted. */
  completion?: Completion;
}

/** What a quote depends on, apart from the terms themselves. */
export interface QuoteContext {
  /** The asset of each leg; empty if the caller found nothing of that name when they described the posting. */
  assets: readonly string[];
  userId: string;
  inForce: TermsInForce;
  now: Date;
}

type QuoteOrRefusal = Quote | { refusal: CatalogRefusal };

/**
 * Applies terms to what is in force. Pure: no clock, no database, no change to what it is given. Every amount is exact and
 * within 1 to 2^53 − 1, or there is a refusal.
 *
 * Throws if an item or a task is in another asset than the legs, which never happens: its asset does not change. Throws
 * CatalogError `forbidden` if a task was closed to players after the posting was described. An exception, unlike a
 * refusal, is stored nowhere.
 */
export function quote(terms: Terms, context: QuoteContext): QuoteOrRefusal {
  if (terms.kind === 'purchase') return quotePurchase(terms, context);
  if (terms.kind === 'task') return quoteTask(terms, context);
  return quoteConversion(terms, context);
}

function quotePurchase(
  { item: code, quantity }: Extract<Terms, { kind: 'purchase' }>,
  { assets, inForce }: QuoteContext,
): QuoteOrRefusal {
  const item = inForce.items.get(code);
  // An item that came to exist after the posting was described has no accounts that are locked for it.
  if (!item || assets.length === 0) return { refusal: { code: 'item-not-found', item: code } };
  requireSameAsset(item, assets);
  if (item.retired) return { refusal: { code: 'item-retired', item: code } };
  const amount = item.price * quantity;
  if (!Number.isSafeInteger(amount)) return tooLarge(item.asset);
  return {
    amounts: [amount],
    description: `${item.name} × ${quantity}`,
    metadata: { purchase: { item: code, quantity, unitPrice: item.price } },
  };
}

function quoteTask(
  { task: code, by }: Extract<Terms, { kind: 'task' }>,
  { assets, userId, inForce, now }: QuoteContext,
): QuoteOrRefusal {
  const task = inForce.tasks.get(code);
  if (!task || assets.length === 0) return { refusal: { code: 'task-not-found', task: code } };
  requireSameAsset(task, assets);
  requireCompletableBy(by, task);
  if (task.retired) return { refusal: { code: 'task-retired', task: code } };
  const period = periodOf(task.limit, now);
  const rewarded = { amounts: [task.reward], description: task.name };
  if (period === undefined) return { ...rewarded, metadata: { task: { task: code } } };

  const completion = { userId, task: code, period };
  if (inForce.completed.has(completionKey(completion))) {
    const availableAt = availableAgainAt(task.limit, now)?.toISOString();
    return {
      refusal: {
        code: 'task-already-completed',
        task: code,
        ...(availableAt !== undefined && { availableAt }),
      },
    };
  }
  return { ...rewarded, metadata: { task: { task: code, period } }, completion };
}

function quoteConversion(
  { from, to, amount }: Extract<Terms, { kind: 'conversion' }>,
  { inForce }: QuoteContext,
): QuoteOrRefusal {
  const rate = inForce.rates.get(rateKey({ from, to }));
  if (!rate) return { refusal: { code: 'conversion-not-offered', from, to } };
  const { fromAmount, toAmount } = rate;
  if (amount % fromAmount !== 0) {
    return { refusal: { code: 'amount-not-convertible', from, to, multipleOf: fromAmount } };
  }
  const converted = (amount / fromAmount) * toAmount;
  if (!Number.isSafeInteger(converted)) return tooLarge(to);
  return {
    amounts: [amount, converted],
    description: `${amount} ${from} → ${converted} ${to}`,
    metadata: { conversion: { from, to, fromAmount, toAmount } },
  };
}

/**
 * A product of two safe integers is exact as long as it is a safe integer itself, and one that is not cannot be
 * rounded to look like one: 2^53 is a double.
 */
function tooLarge(asset: string): { refusal: CatalogRefusal } {
  return { refusal: { code: 'amount-too-large', asset, limit: Number.MAX_SAFE_INTEGER } };
}

function requireSameAsset({ code, asset }: { code: string; asset: string }, assets: readonly string[]): void {
  if (assets.some((other) => other !== asset)) {
    throw new Error(`${code} is priced in ${asset}, and was in ${assets.join(', ')}`);
  }
}
