import { type Calibration, type Cost, greatestDifference, type MeasuredPoint } from '../calibration.js';
import { isWrite } from '../request-kinds.js';
import type { CostModel } from './cost-model.js';

/** What the model says of a measured point. */
export interface Prediction {
  point: MeasuredPoint;
  /** Whether the model was fitted to this point. */
  isFitted: boolean;
  predicted: Cost;
  /** Predicted from the callers; `undefined` for reads. */
  batch: number | undefined;
  /** Predicted ÷ measured − 1. */
  error: Record<'service' | 'database' | 'total', number>;
}

/** The model may be wrong by this much where it was not fitted. */
export const greatestError = 0.25;

export function predictAll(
  { points, lanes }: Pick<Calibration, 'points' | 'lanes'>,
  model: CostModel,
): Prediction[] {
  return points.map((point) => {
    const { cost: predicted, batch } = predict(point, lanes, model);
    const error = (measured: number, found: number) => found / measured - 1;
    return {
      point,
      isFitted: model.isFittedTo(point),
      predicted,
      batch,
      error: {
        service: error(point.serviceUs, predicted.serviceUs),
        database: error(point.databaseUs, predicted.databaseUs),
        total: error(point.serviceUs + point.databaseUs, predicted.serviceUs + predicted.databaseUs),
      },
    };
  });
}

/** From the callers alone. An open loop has no callers; there the batch is the measured one. */
function predict({ loads, batch: measured }: MeasuredPoint, lanes: number, model: CostModel) {
  const cost: Cost = { serviceUs: 0, databaseUs: 0 };
  const writers = loads.filter(({ request }) => isWrite(request));
  const inFlight = writers.reduce((sum, { callers }) => sum + callers, 0);
  const isOpen = loads.some(({ perSecond }) => perSecond !== undefined);
  const batch =
    writers.length === 0 ? undefined : isOpen && measured ? measured : model.batchOf(inFlight / lanes);
  for (const { request, callers, share } of loads) {
    const each = isWrite(request) ? model.write(request, batch ?? 1) : model.read(request, callers);
    cost.serviceUs += each.serviceUs * share;
    cost.databaseUs += each.databaseUs * share;
  }
  return { cost, batch };
}

/** Whether two measurements of the point agree. What was measured is otherwise too uncertain to judge a prediction by. */
export function isSettled({ difference }: MeasuredPoint): boolean {
  return difference <= greatestDifference;
}

/** Of the points that the model was not fitted to; 0 if there are none. */
export function worstError(predictions: readonly Prediction[]): number {
  return Math.max(
    0,
    ...predictions.filter(({ isFitted }) => !isFitted).map(({ error }) => Math.abs(error.total)),
  );
}

/** Whether the model may be used: it was held against settled points, and is not too far off any of them. */
export function isGoodEnough(predictions: readonly Prediction[]): boolean {
  const judged = predictions.filter(({ isFitted, point }) => !isFitted && isSettled(point));
  return judged.length > 0 && worstError(judged) <= greatestError;
}
