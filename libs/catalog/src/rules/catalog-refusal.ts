/** The catalogue's reasons to refuse a posting. */
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
      /** The computed amount exceeds the largest amount. */
      code: 'amount-too-large';
      asset: string;
      limit: number;
    };

/** The refusals of one rule. */
export type RefusalOf<Code extends CatalogRefusal['code']> = Extract<CatalogRefusal, { code: Code }>;

/**
 * A product of two safe integers is exact if it is a safe integer, and rounding cannot bring a larger one below the limit: 2^53
 * is a double.
 */
export function tooLarge(amount: number, asset: string): RefusalOf<'amount-too-large'> | undefined {
  if (Number.isSafeInteger(amount)) return undefined;
  return { code: 'amount-too-large', asset, limit: Number.MAX_SAFE_INTEGER };
}
