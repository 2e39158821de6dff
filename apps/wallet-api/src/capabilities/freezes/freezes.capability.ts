import { freezingCapability } from '@app/freezes';
import { appCapability } from '../app-capability.js';
import { FreezesApiModule } from './freezes.module.js';
import { freezeProblems } from './freezes.problems.js';

export const freezes = appCapability({
  name: 'freezes',
  module: FreezesApiModule,
  ledger: freezingCapability,
  problems: freezeProblems,
});
