/** At which rate one asset is exchanged for another: so many of the one for so many of the other. */
export interface ConversionRate {
  from: string;
  to: string;
  /** Whole minor units, from 1 to 2^53 − 1. Only whole multiples of it are converted. */
  fromAmount: number;
  toAmount: number;
}

/** Bounds the list of rates, and the search for a round among them. */
export const maxRates = 200;
