import { appCapability } from '../app-capability.js';
import { EconomyApiModule } from './economy.module.js';

export const economy = appCapability({ name: 'economy', module: EconomyApiModule });
