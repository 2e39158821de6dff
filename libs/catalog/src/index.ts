export { CatalogError } from './catalog-error.js';
export { CatalogModule } from './catalog.module.js';
export { CatalogTerms } from './catalog-terms.js';
export {
  type Completer,
  completers,
  type Completion,
  completionKey,
  type CompletionLimit,
  completionLimits,
} from './completion.js';
export { ConversionRates } from './conversion-rates.js';
export { type ConversionRate, maxRates } from './rates/conversion-rate.js';
export { type Item, Items } from './items.js';
export { type Task, Tasks } from './tasks.js';
export { quote, type Quote, type QuoteContext } from './terms/quote.js';
export { type PaidCompletion } from './terms/record-completions.js';
export {
  catalogMembers,
  type CatalogRefusal,
  maxQuantity,
  noTermsInForce,
  rateKey,
  type Terms,
  type TermsInForce,
} from './terms/terms.js';
