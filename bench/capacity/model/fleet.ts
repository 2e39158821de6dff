import type { Cost } from '../calibration.js';
import { isWrite, type RequestKind, requestNames } from '../request-kinds.js';
import type { CostModel } from './cost-model.js';

/** What callers ask of the service at its peak. */
export interface Demand {
  /** Requests of all kinds. */
  perSecond: number;
  /** Add up to 1. */
  shares: Record<RequestKind, number>;
  /** How long a request may take. The longer, the more requests share a commit. */
  latencyMs: number;
  /** `one`: all requests of a lane go to the same instance. `any`: every instance has a part of every lane. */
  instancesPerLane: 'one' | 'any';
}

export interface Hardware {
  coresPerNode: number;
  coresPerInstance: number;
  /** The factor on PostgreSQL's processor time in a cluster of several nodes. */
  clusterFactor: number;
}

export interface Fleet {
  nodes: number;
  lanesPerNode: number;
  instances: number;
}

/** How busy a fleet is; 1 is all of it. */
export interface Usage {
  nodes: number;
  lanes: number;
  instances: number;
  batch: number;
  /** Per request, with the factor of the cluster. */
  costs: Record<RequestKind, Cost>;
}

/** The processor time that the demand needs of this fleet. */
export function usageOf(demand: Demand, hardware: Hardware, fleet: Fleet, model: CostModel): Usage {
  const rate = (request: RequestKind) => demand.perSecond * demand.shares[request];
  const sum = (term: (request: RequestKind) => number) =>
    requestNames.reduce((total, request) => total + term(request), 0);
  const writes = sum((request) => (isWrite(request) ? rate(request) : 0));
  // Little's law: as many requests are in flight as arrive while one takes.
  const inFlight = (perSecond: number) => (perSecond * demand.latencyMs) / 1000;
  const lanes = fleet.nodes * fleet.lanesPerNode;
  const queues = demand.instancesPerLane === 'one' ? lanes : lanes * fleet.instances;
  const batch = model.batchOf(inFlight(writes) / queues);
  const readers = inFlight(demand.perSecond - writes) / fleet.instances;
  const factor = fleet.nodes === 1 ? 1 : hardware.clusterFactor;
  const costs = Object.fromEntries(
    requestNames.map((request) => {
      const { serviceUs, databaseUs } = isWrite(request)
        ? model.write(request, batch)
        : model.read(request, readers);
      return [request, { serviceUs, databaseUs: databaseUs * factor }];
    }),
  ) as Usage['costs'];
  const cores = (part: keyof Cost, of = (_: RequestKind) => true) =>
    sum((request) => (of(request) ? rate(request) * costs[request][part] : 0)) / 1e6;
  return {
    nodes: cores('databaseUs') / (fleet.nodes * hardware.coresPerNode),
    // A lane is one session of PostgreSQL, which runs on one core.
    lanes: cores('databaseUs', isWrite) / lanes,
    instances: cores('serviceUs') / (fleet.instances * hardware.coresPerInstance),
    batch,
    costs,
  };
}
