import type { Calibration, Cost, Load, MeasuredPoint } from '../calibration.js';
import { isWrite, type RequestKind, requestNames } from '../request-kinds.js';
import { costAt, type Curve, fitCurve } from './curve.js';

/**
 * The numbers of callers whose points a model is fitted to; the other points show how well it predicts. All writes share the curve
 * of top-ups, so of another write one point gives its factor.
 */
export type FittedCallers = Record<RequestKind, readonly number[]>;

type Curves = Record<keyof Cost, Curve>;

const parts = ['serviceUs', 'databaseUs'] as const;

/**
 * Processor time per request. A write costs a + c ÷ batch, for the service and for PostgreSQL: what it needs by itself, and its
 * part of a commit. A read costs a + c ÷ readers, because readers share wake-ups and, for balances, statements.
 */
export class CostModel {
  private readonly topUp: Curves;
  private readonly batchShare: number;
  private readonly factors = new Map<RequestKind, Cost>();
  private readonly reads = new Map<RequestKind, Curves>();

  constructor(
    private readonly calibration: Pick<Calibration, 'points' | 'lanes' | 'batchSize'>,
    private readonly fitted: FittedCallers,
  ) {
    this.topUp = this.fit('top-up');
    this.batchShare = this.fitBatchShare();
    for (const request of requestNames) {
      if (!isWrite(request)) this.reads.set(request, this.fit(request));
      else this.factors.set(request, this.factorOf(request));
    }
  }

  /**
   * The transactions in a batch of a lane with so many requests in flight. While a batch commits, the others queue for the next one,
   * which takes them once its transaction has begun; by then some callers of the last batch are back. So it gets more than half.
   */
  batchOf(inFlight: number): number {
    return Math.min(this.calibration.batchSize, Math.max(1, inFlight * this.batchShare));
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
    return this.fitted[load.request].includes(load.callers);
  }

  private fit(request: RequestKind): Curves {
    const points = this.fitted[request].map((callers) => this.point(request, callers));
    const curve = (part: keyof Cost) =>
      fitCurve(points.map((point) => ({ shares: this.sharesOf(point), us: point[part] })));
    return { serviceUs: curve('serviceUs'), databaseUs: curve('databaseUs') };
  }

  /** The mean over the points with at least one caller for each lane; a single caller is a batch of one. */
  private fitBatchShare(): number {
    const { lanes } = this.calibration;
    const shares = this.fitted['top-up']
      .filter((callers) => callers > lanes)
      .map((callers) => (this.sharesOf(this.point('top-up', callers)) * lanes) / callers);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  private sharesOf({ loads, batch }: MeasuredPoint): number {
    return batch ?? loads[0]?.callers ?? NaN;
  }

  private factorOf(request: RequestKind): Cost {
    if (request === 'top-up') return { serviceUs: 1, databaseUs: 1 };
    const [callers = NaN] = this.fitted[request];
    const point = this.point(request, callers);
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
