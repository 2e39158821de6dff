import type { Table } from '../support/report.js';
import type { MeasuredPoint } from './calibration.js';
import { greatestError, type Prediction, worstError } from './model/predictions.js';
import { percent } from './quantities.js';

/** Predicted against measured, in µs of processor time per request. */
export function checkTable(predictions: readonly Prediction[]): Table {
  return {
    title: 'Processor time per request in µs, predicted and measured',
    head: ['request', 'callers', 'batch', 'service', 'PostgreSQL', 'together', 'error', ''],
    rows: predictions.map(({ point, predicted, batch, error, isFitted }) => {
      const { serviceUs, databaseUs } = point;
      return [
        point.loads.map(({ request }) => request).join(' and '),
        callersOf(point),
        batch === undefined || point.batch === undefined ? '' : pair(batch, point.batch, 1),
        pair(predicted.serviceUs, serviceUs),
        pair(predicted.databaseUs, databaseUs),
        pair(predicted.serviceUs + predicted.databaseUs, serviceUs + databaseUs),
        signed(error.total),
        isFitted ? 'fitted' : Math.abs(error.total) <= greatestError ? 'within' : 'BEYOND',
      ];
    }),
  };
}

export function verdict(predictions: readonly Prediction[]): string {
  const worst = worstError(predictions);
  const heldOut = predictions.filter(({ isFitted }) => !isFitted).length;
  return `The ${heldOut} points that the model was not fitted to: at most ${percent(worst)} off, ${percent(greatestError)} are allowed.`;
}

function callersOf({ loads }: MeasuredPoint): string {
  return loads
    .map(({ callers, perSecond }) => (perSecond === undefined ? callers : `${perSecond}/s`))
    .join(' and ');
}

function pair(predicted: number, measured: number, digits = 0): string {
  return `${predicted.toFixed(digits)} / ${measured.toFixed(digits)}`;
}

function signed(error: number): string {
  return `${error < 0 ? '−' : '+'}${percent(Math.abs(error))}`;
}
