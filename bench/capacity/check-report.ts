import type { Table } from '../support/report.js';
import { type Calibration, greatestDifference, type Load } from './calibration.js';
import { greatestError, isSettled, type Prediction, worstError } from './model/predictions.js';
import { percent } from './quantities.js';

/** Predicted against measured, in µs of processor time per request. */
export function checkTable(predictions: readonly Prediction[]): Table {
  return {
    title: 'Processor time per request in µs, predicted and measured',
    head: ['request', 'callers', 'batch', 'service', 'PostgreSQL', 'together', 'error', 'apart', ''],
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
        percent(point.difference),
        judgement(isFitted, error.total, isSettled(point)),
      ];
    }),
  };
}

function judgement(isFitted: boolean, error: number, isSettledPoint: boolean): string {
  if (isFitted) return 'fitted';
  const verdict = Math.abs(error) <= greatestError ? 'within' : 'BEYOND';
  return isSettledPoint ? verdict : `${verdict}, unsettled`;
}

export function verdict(
  predictions: readonly Prediction[],
  { leftOut }: Pick<Calibration, 'leftOut'>,
): string[] {
  const line = (which: string, settled: boolean) => {
    const some = predictions.filter(({ isFitted, point }) => !isFitted && isSettled(point) === settled);
    return some.length === 0 ? [] : [`${which}: ${some.length}, at most ${percent(worstError(some))} off.`];
  };
  return [
    ...line(`Held out, two measurements within ${percent(greatestDifference)}`, true),
    ...line('Held out and unsettled', false),
    `Allowed: ${percent(greatestError)}.`,
    ...leftOut.map((loads) => {
      const requests = loads.map(({ request }) => request).join(' and ');
      return `Left out, because the service did not keep up: ${requests} at ${callersOf({ loads })}.`;
    }),
  ];
}

function callersOf({ loads }: { loads: readonly Pick<Load, 'callers' | 'perSecond'>[] }): string {
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
