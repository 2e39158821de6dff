import { appCapability } from '../app-capability.js';
import { conversionOperations } from './conversion-flow.js';
import { ConversionApiModule } from './conversion.module.js';

/** The rates are part of the catalogue, whose capability registers the rule and defines the problems. */
export const conversion = appCapability({
  name: 'conversion',
  module: ConversionApiModule,
  operations: conversionOperations,
});
