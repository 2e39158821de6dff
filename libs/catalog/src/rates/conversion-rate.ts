import type { ConversionRateEntity } from './conversion-rate.entity.js';

export type ConversionRate = ConversionRateEntity;

/** Bounds the list of rates, and the search for a cycle in it. */
export const maxRates = 200;
