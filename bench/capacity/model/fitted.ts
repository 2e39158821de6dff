import type { Calibration } from '../calibration.js';
import { CostModel, type FittedCallers } from './cost-model.js';

/** The ends, and for what bends most a point between them. The others are held out. */
const fitted: FittedCallers = {
  'top-up': [1, 16, 256],
  spend: [64],
  purchase: [64],
  reward: [64],
  balance: [8, 32, 128],
  statement: [8, 128],
  list: [8, 128],
};

export function modelOf(calibration: Pick<Calibration, 'points' | 'lanes' | 'batchSize'>): CostModel {
  return new CostModel(calibration, fitted);
}
