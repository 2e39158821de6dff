import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, Fact, FailedPrecondition, NamedCheck, Resolved, Rule, Session } from '@app/ledger';
import { type RefusalOf, tooLarge } from './catalog-refusal.js';
import { requireSameAsset, routedIn, singleRoute } from './routes.js';

/** The largest quantity of one purchase. */
export const maxQuantity = 1_000_000;

/** A requested purchase. */
export interface Purchase {
  item: string;
  /** From 1 to `maxQuantity`. */
  quantity: number;
  /** The asset of the item, which never changes; `undefined` if the item was not found when the posting was described. */
  asset: string | undefined;
  userId: string;
  /** Refuses the purchase if the price of a piece is another one. */
  expectedPrice?: number | undefined;
}

interface PricedItem extends Fact {
  code: string;
  name: string;
  asset: string;
  price: string;
  retired: boolean;
}

type PurchaseRefusal = RefusalOf<'item-not-found' | 'item-retired' | 'amount-too-large'>;
type Check = NamedCheck<AskedOf<Purchase>, PurchaseRefusal, 'catalogue'>;

/** Charges the price as of the decision. The amount goes from the user to revenue. */
export const purchaseRule: Rule<Purchase, PurchaseRefusal> = {
  name: 'purchase',
  routes: ({ asset, userId }) => singleRoute(userOwner(userId), systemOwner('revenue'), asset),
  before: (asking) => ({
    sql: `SELECT code, name, asset_code AS asset, price, retired FROM items WHERE code = ANY ($1)`,
    parameters: [[...new Set(asking.map(({ asked }) => asked.item))].sort()],
  }),
  session: (facts) => new PurchaseSession(facts as readonly PricedItem[]),
};

class PurchaseSession implements Session<Purchase, PurchaseRefusal> {
  private readonly items: ReadonlyMap<string, PricedItem>;

  constructor(items: readonly PricedItem[]) {
    this.items = new Map(items.map((item) => [item.code, item]));
  }

  readonly checks: readonly Check[] = [
    {
      rung: 'catalogue',
      code: 'item-not-found',
      blocking: true,
      refusal: (asking) =>
        this.itemOf(asking) ? undefined : { code: 'item-not-found', item: asking.asked.item },
    },
    {
      rung: 'catalogue',
      code: 'item-retired',
      refusal: (asking) =>
        this.itemOf(asking)?.retired ? { code: 'item-retired', item: asking.asked.item } : undefined,
    },
    {
      rung: 'catalogue',
      code: 'amount-too-large',
      blocking: true,
      refusal: (asking) => {
        const item = this.itemOf(asking);
        return item && tooLarge(amountOf(item, asking.asked), item.asset);
      },
    },
  ];

  resolve(asking: AskedOf<Purchase>): Resolved {
    const { asked, routes } = asking;
    const item = this.itemOf(asking);
    if (!item) throw new Error(`No item ${asked.item}; the checks should have refused`);
    const { item: code, quantity } = asked;
    return {
      legs: routes.map((route) => ({ ...route, amount: amountOf(item, asked) })),
      description: `${item.name} × ${quantity}`,
      metadata: { purchase: { item: code, quantity, unitPrice: Number(item.price) } },
      unmet: otherPrice(item, asked),
    };
  }

  accept(): this {
    return this;
  }

  /** An item created after the posting was described counts as missing: no account is locked for it. */
  private itemOf({ asked, routes }: AskedOf<Purchase>): PricedItem | undefined {
    const item = routedIn(routes) ? this.items.get(asked.item) : undefined;
    if (item) requireSameAsset(item, routes);
    return item;
  }
}

/** The expected price that is not the current one. */
function otherPrice(
  { asset, price }: PricedItem,
  { expectedPrice: expected }: Purchase,
): FailedPrecondition | undefined {
  const actual = Number(price);
  if (expected === undefined || expected === actual) return undefined;
  return { asset, condition: 'expectedPrice', expected, actual };
}

function amountOf({ price }: PricedItem, { quantity }: Purchase): number {
  return Number(price) * quantity;
}
