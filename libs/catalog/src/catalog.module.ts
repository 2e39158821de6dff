import { Module } from '@nestjs/common';
import { ConversionRates } from './conversion-rates.js';
import { Items } from './items.js';
import { Tasks } from './tasks.js';

/** Items, tasks and conversion rates. A global module must export the DataSource, and `catalogCapability` must be registered. */
@Module({
  providers: [Items, Tasks, ConversionRates],
  exports: [Items, Tasks, ConversionRates],
})
export class CatalogModule {}
