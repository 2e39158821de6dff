import { CatalogModule } from '@app/catalog';
import { Module } from '@nestjs/common';
import { ConversionFlowController } from './conversion-flow.controller.js';
import { ConversionRatesController } from './conversion-rates.controller.js';

/** Conversion rates, and conversions at them. */
@Module({
  imports: [CatalogModule],
  controllers: [ConversionRatesController, ConversionFlowController],
})
export class ConversionApiModule {}
