/** The rate of a conversion: `fromAmount` of one asset for `toAmount` of another. */
export interface ConversionRate {
  from: string;
  to: string;
  /** Whole minor units, from 1 to 2^53 − 1. Only whole multiples of it are converted. */
  fromAmount: number;
  toAmount: number;
}

/** Bounds the list of rates, and the search for a cycle in it. */
export const maxRates = 200;
