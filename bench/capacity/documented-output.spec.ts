import { readFileSync } from 'node:fs';
import { readCalibration } from './calibration.js';
import { documented } from './documented-output.js';
import { modelOf } from './model/fitted.js';
import { isGoodEnough, predictAll } from './model/predictions.js';

const calibration = readCalibration('bench/capacity/calibration.json');
const page = readFileSync('docs/capacity.md', 'utf8');

it('documents what the commands print for the committed measurements', () => {
  expect(page.match(/^npm run capacity -- /gm)?.length).toBe(page.match(/^```text$/gm)?.length);
  expect(documented(page, calibration)).toBe(page);
});

it('finds an output that is out of date', () => {
  const other = { ...calibration, bytes: { ...calibration.bytes, walPerTransfer: 1 } };
  expect(documented(page, other)).not.toBe(page);
});

it('predicts the settled points that the model was not fitted to within the documented error', () => {
  expect(isGoodEnough(predictAll(calibration, modelOf(calibration)))).toBe(true);
});

it('finds a settled point that the model misses', () => {
  const points = calibration.points.map((point) =>
    point.loads.length === 1 && point.loads[0]?.request === 'top-up' && point.loads[0].callers === 64
      ? { ...point, databaseUs: point.databaseUs * 3 }
      : point,
  );
  const changed = { ...calibration, points };
  expect(isGoodEnough(predictAll(changed, modelOf(changed)))).toBe(false);
});

it('does not accept a model that no settled point was held against', () => {
  const points = calibration.points.map((point) => ({ ...point, difference: 0.2 }));
  const changed = { ...calibration, points };
  expect(isGoodEnough(predictAll(changed, modelOf(changed)))).toBe(false);
});
