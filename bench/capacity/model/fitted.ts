import type { Calibration } from '../calibration.js';
import { CostModel } from './cost-model.js';

/** The ends and one point between them. The others are held out to see how well the model predicts. */
export function modelOf(calibration: Pick<Calibration, 'points' | 'lanes' | 'batchSize'>): CostModel {
  return new CostModel(calibration, { topUps: [1, 16, 256], otherWrites: 64, reads: [8, 128] });
}
