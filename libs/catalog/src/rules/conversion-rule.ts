import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, Fact, FailedPrecondition, NamedCheck, Resolved, Rule, Session } from '@app/ledger';
import { type RefusalOf, tooLarge } from './catalog-refusal.js';

/** A requested conversion. */
export interface Conversion {
  from: string;
  to: string;
  /** In whole minor units of `from`, from 1 to 2^53 − 1. */
  amount: number;
  userId: string;
  /** Refuses the conversion if it would credit less, in whole minor units of `to`. */
  minReceived?: number | undefined;
}

interface Rate extends Fact {
  from: string;
  to: string;
  fromAmount: string;
  toAmount: string;
}

type ConversionRefusal = RefusalOf<'conversion-not-offered' | 'amount-not-convertible' | 'amount-too-large'>;
type Check = NamedCheck<AskedOf<Conversion>, ConversionRefusal, 'catalogue'>;

/** Converts at the rate as of the decision, through the system account `exchange`. */
export const conversionRule: Rule<Conversion, ConversionRefusal> = {
  name: 'conversion',
  routes: ({ from, to, userId }) => [
    { source: userOwner(userId), destination: systemOwner('exchange'), asset: from },
    { source: systemOwner('exchange'), destination: userOwner(userId), asset: to },
  ],
  before: (asking) => {
    const pairs = [...new Map(asking.map(({ asked }) => [rateKey(asked), asked])).values()];
    return {
      sql: `SELECT from_asset AS "from", to_asset AS "to", from_amount AS "fromAmount", to_amount AS "toAmount"
            FROM conversion_rates
            WHERE (from_asset, to_asset) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      parameters: [pairs.map(({ from }) => from), pairs.map(({ to }) => to)],
    };
  },
  session: (facts) => new ConversionSession(facts as readonly Rate[]),
};

class ConversionSession implements Session<Conversion, ConversionRefusal> {
  private readonly rates: ReadonlyMap<string, { fromAmount: number; toAmount: number }>;

  constructor(rates: readonly Rate[]) {
    this.rates = new Map(
      rates.map((rate) => [
        rateKey(rate),
        { fromAmount: Number(rate.fromAmount), toAmount: Number(rate.toAmount) },
      ]),
    );
  }

  readonly checks: readonly Check[] = [
    {
      rung: 'catalogue',
      code: 'conversion-not-offered',
      blocking: true,
      refusal: ({ asked: { from, to } }) =>
        this.rates.has(rateKey({ from, to })) ? undefined : { code: 'conversion-not-offered', from, to },
    },
    {
      rung: 'catalogue',
      code: 'amount-not-convertible',
      blocking: true,
      refusal: ({ asked }) => {
        const { from, to, amount } = asked;
        const multipleOf = this.rates.get(rateKey(asked))?.fromAmount;
        if (multipleOf === undefined || amount % multipleOf === 0) return undefined;
        return { code: 'amount-not-convertible', from, to, multipleOf };
      },
    },
    {
      rung: 'catalogue',
      code: 'amount-too-large',
      blocking: true,
      refusal: ({ asked }) => tooLarge(this.convert(asked) ?? 0, asked.to),
    },
  ];

  resolve({ asked, routes }: AskedOf<Conversion>): Resolved {
    const { from, to, amount } = asked;
    const rate = this.rates.get(rateKey(asked));
    const converted = this.convert(asked);
    if (!rate || converted === undefined)
      throw new Error(`No rate from ${from} to ${to}; the checks should have refused`);
    return {
      legs: routes.map((route, leg) => ({ ...route, amount: leg === 0 ? amount : converted })),
      description: `${amount} ${from} → ${converted} ${to}`,
      metadata: { conversion: { from, to, ...rate } },
      unmet: tooLittle(converted, asked),
    };
  }

  accept(): this {
    return this;
  }

  private convert(asked: Conversion): number | undefined {
    const rate = this.rates.get(rateKey(asked));
    return rate && (asked.amount / rate.fromAmount) * rate.toAmount;
  }
}

/** The expected amount that the current rate does not reach. */
function tooLittle(
  actual: number,
  { to, minReceived: expected }: Conversion,
): FailedPrecondition | undefined {
  if (expected === undefined || actual >= expected) return undefined;
  return { asset: to, condition: 'minReceived', expected, actual };
}

function rateKey({ from, to }: { from: string; to: string }): string {
  return `${from}/${to}`;
}
