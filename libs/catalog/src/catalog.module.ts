import { Module } from '@nestjs/common';
import { CatalogTerms } from './catalog-terms.js';
import { ConversionRates } from './conversion-rates.js';
import { Items } from './items.js';
import { Tasks } from './tasks.js';

/** Items, tasks and conversion rates. Needs a DataSource that is exported by a global module. */
@Module({
  providers: [Items, Tasks, ConversionRates, CatalogTerms],
  exports: [Items, Tasks, ConversionRates, CatalogTerms],
})
export class CatalogModule {}
