import type { CostModel } from './cost-model.js';
import { type Demand, usageOf } from './fleet.js';
import { type Plan, type PlanRequest, withInstances } from './plan.js';

/** A resource of a planned fleet, and the peak at which it is used up. */
export interface Bottleneck {
  resource: string;
  /** At the planned peak; 1 is the limit. */
  used: number;
  /** Requests per second of all kinds, in the same mix. */
  reachedAt: number;
  /** What to do then. */
  remedy: string;
}

/** The connections of an instance to a node besides its lanes: 14 for reads, 2 for reports. */
export const otherConnections = 16;

/** A peak beyond this many times the planned one is not searched for. */
const furthest = 100;

/** Each resource of the fleet, the one that is used up first at the top. */
export function bottlenecks({ fleet }: Plan, request: PlanRequest, model: CostModel): Bottleneck[] {
  const { demand, hardware, limits } = request;
  const usage = (times: number) => usageOf(scaled(demand, times), hardware, fleet, model);
  const mostInstances = Math.floor(limits.maxConnections / (fleet.lanesPerNode + otherConnections));
  const connections = (times: number) =>
    withInstances(fleet, { ...request, demand: scaled(demand, times) }, model).fleet.instances /
    Math.max(1, mostInstances);
  const found = [
    resource('processors of the nodes', 'add a node', (times) => usage(times).nodes / limits.utilisation),
    resource('lanes', 'more lanes per node', (times) => usage(times).lanes / limits.utilisation),
    resource(
      'processors of the instances',
      'add an instance',
      (times) => usage(times).instances / limits.utilisation,
    ),
    resource('connections of a node', 'raise max_connections, or add a node', connections),
  ];
  return found
    .map(({ usedAt, ...rest }) => ({
      ...rest,
      used: usedAt(1),
      reachedAt: demand.perSecond * lastWithin(usedAt),
    }))
    .sort((a, b) => a.reachedAt - b.reachedAt);
}

function resource(name: string, remedy: string, usedAt: (times: number) => number) {
  return { resource: name, remedy, usedAt };
}

function scaled(demand: Demand, times: number): Demand {
  return { ...demand, perSecond: demand.perSecond * times };
}

/** How many times the planned peak the resource can take: it is never used less at a higher peak. */
function lastWithin(usedAt: (times: number) => number): number {
  let [within, beyond] = [0, furthest];
  while (beyond - within > 1e-4 * beyond) {
    const middle = (within + beyond) / 2;
    if (usedAt(middle) <= 1) within = middle;
    else beyond = middle;
  }
  return within;
}
