import { Module } from '@nestjs/common';
import { ConversionRates } from './conversion-rates.js';
import { Items } from './items.js';
import { Tasks } from './tasks.js';

/** Items, tasks and conversion rates. Needs a DataSource that is exported by a global module, and `catalogCapability` registered. */
@Module({
  providers: [Items, Tasks, ConversionRates],
  exports: [Items, Tasks, ConversionRates],
})
export class CatalogModule {}
