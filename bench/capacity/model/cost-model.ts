import type { Calibration, Cost, Load, MeasuredPoint } from '../calibration.js';
import { isWrite, type RequestKind, requestNames } from '../request-kinds.js';
import { costAt, type Curve, fitCurve } from './curve.js';

/** The points that a model is fitted to. The others show how well it predicts. */
export interface FittedCallers {
  /** Of top-ups, whose curve all writes share. */
  topUps: readonly number[];
  /** Of the other writes: each costs a constant factor of a top-up. */
  otherWrites: number;
  reads: readonly number[];
}

type Curves = Record<keyof Cost, Curve>;

const parts = ['serviceUs', 'databaseUs'] as const;

/**
 * Processor time per request. A write costs a + c ÷ batch, for the service and for PostgreSQL: what it needs by itself, and its
 * part of a commit. A read costs a + c ÷ readers, because readers share wake-ups and, for balances, statements.
 */
export class CostModel {
  private readonly topUp: Curves;
  private readonly factors = new Map<RequestKind, Cost>();
  private readonly reads = new Map<RequestKind, Curves>();

  constructor(
    private readonly calibration: Pick<Calibration, 'points' | 'lanes' | 'batchSize'>,
    private readonly fitted: FittedCallers,
  ) {
    this.topUp = this.fit('top-up', fitted.topUps);
    for (const request of requestNames) {
      if (!isWrite(request)) this.reads.set(request, this.fit(request, fitted.reads));
      else this.factors.set(request, this.factorOf(request));
    }
  }

  /**
   * The transactions in a batch of a lane with so many requests in flight. While a batch commits, the requests that arrive queue
   * for the next one, so a request spends about as long waiting as committing: half of those in flight share the batch.
   */
  batchOf(inFlight: number): number {
    return Math.min(this.calibration.batchSize, Math.max(1, inFlight / 2));
  }

  /** Of a request that shares its commit with `batch − 1` others. */
  write(request: RequestKind, batch: number): Cost {
    const factor = this.factors.get(request);
    if (!factor) throw new Error(`${request} does not write`);
    return costOf((part) => costAt(this.topUp[part], batch) * factor[part]);
  }

  /** Of a request that an instance serves together with `readers − 1` others. */
  read(request: RequestKind, readers: number): Cost {
    const curves = this.reads.get(request);
    if (!curves) throw new Error(`${request} does not read`);
    return costOf((part) => costAt(curves[part], Math.max(1, readers)));
  }

  isFittedTo({ loads }: Pick<MeasuredPoint, 'loads'>): boolean {
    const [load] = loads;
    if (!load || loads.length > 1 || load.perSecond !== undefined) return false;
    return this.callersFor(load.request).includes(load.callers);
  }

  private callersFor(request: RequestKind): readonly number[] {
    const { topUps, otherWrites, reads } = this.fitted;
    if (request === 'top-up') return topUps;
    return isWrite(request) ? [otherWrites] : reads;
  }

  private fit(request: RequestKind, callers: readonly number[]): Curves {
    const points = callers.map((count) => this.point(request, count));
    const curve = (part: keyof Cost) =>
      fitCurve(points.map((point) => ({ shares: this.sharesOf(point), us: point[part] })));
    return { serviceUs: curve('serviceUs'), databaseUs: curve('databaseUs') };
  }

  private sharesOf({ loads, batch }: MeasuredPoint): number {
    return batch ?? loads[0]?.callers ?? NaN;
  }

  private factorOf(request: RequestKind): Cost {
    if (request === 'top-up') return { serviceUs: 1, databaseUs: 1 };
    const point = this.point(request, this.fitted.otherWrites);
    return costOf((part) => point[part] / costAt(this.topUp[part], this.sharesOf(point)));
  }

  private point(request: RequestKind, callers: number): MeasuredPoint {
    const isWanted = (load: Load) =>
      load.request === request && load.callers === callers && load.perSecond === undefined;
    const found = this.calibration.points.find(({ loads }) => loads.length === 1 && loads.every(isWanted));
    if (!found) throw new Error(`${request} was not measured at ${callers} callers`);
    return found;
  }
}

function costOf(partOf: (part: keyof Cost) => number): Cost {
  const [serviceUs, databaseUs] = parts.map(partOf);
  return { serviceUs: serviceUs ?? NaN, databaseUs: databaseUs ?? NaN };
}
