import { ItemEntity } from './item.entity.js';
import { ConversionRateEntity } from './rates/conversion-rate.entity.js';
import { TaskEntity } from './task.entity.js';

export { catalogCapability, catalogMembers } from './catalog-capability.js';
export { CatalogError } from './catalog-error.js';
export { CatalogModule } from './catalog.module.js';
export { type Completer, completers, type CompletionLimit, completionLimits } from './completion.js';
export { ConversionRates } from './conversion-rates.js';
export { type ConversionRate } from './rates/conversion-rate.entity.js';
export { maxRates } from './rates/creating-cycle.js';
export { type Item, Items } from './items.js';
export { type CatalogRefusal } from './rules/catalog-refusal.js';
export { conversionRule } from './rules/conversion-rule.js';
export { maxQuantity, purchaseRule } from './rules/purchase-rule.js';
export { taskRule } from './rules/task-rule.js';
export { type Task, Tasks } from './tasks.js';

/** Register these with TypeORM. */
export const catalogEntities = [ItemEntity, TaskEntity, ConversionRateEntity];
