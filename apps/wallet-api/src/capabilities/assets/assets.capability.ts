import { appCapability } from '../app-capability.js';
import { AssetsApiModule } from './assets.module.js';
import { assetProblems } from './assets.problems.js';

export const assets = appCapability({ name: 'assets', module: AssetsApiModule, problems: assetProblems });
