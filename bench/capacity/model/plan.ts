import type { CostModel } from './cost-model.js';
import { type Demand, type Fleet, type Hardware, type Usage, usageOf } from './fleet.js';
import { smallest } from './smallest.js';

export interface Limits {
  /** The part of a node, a lane or an instance that may be busy at the peak. */
  utilisation: number;
  /** Of each node (`max_connections`). */
  maxConnections: number;
}

export interface PlanRequest {
  demand: Demand;
  hardware: Hardware;
  limits: Limits;
  /** The default is what the service opens on one PostgreSQL; in a cluster, what needs the fewest nodes. */
  lanesPerNode?: number | undefined;
  /** On one PostgreSQL. */
  usualLanes: number;
}

export interface Plan {
  fleet: Fleet;
  usage: Usage;
}

/** One serves; the other one may go. */
const fewestInstances = 2;

/** The smallest fleet that is nowhere busier than the limit: one node if that is enough, else a cluster. */
export function plan(request: PlanRequest, model: CostModel): Plan {
  const { hardware, lanesPerNode, usualLanes } = request;
  const alone = withInstances({ nodes: 1, lanesPerNode: lanesPerNode ?? usualLanes }, request, model);
  if (isEnough(alone, request)) return alone;
  // More lanes use more cores of a node, fewer lanes have larger batches.
  const numbers = lanesPerNode
    ? [lanesPerNode]
    : Array.from({ length: hardware.coresPerNode }, (_, index) => index + 1);
  const [first, ...others] = numbers.map((lanes) => cluster(lanes, request, model));
  if (!first) throw new Error('a node needs at least one core');
  return others.reduce((best, other) => (isSmaller(other.fleet, best.fleet) ? other : best), first);
}

/** The fewest nodes with so many lanes each. */
function cluster(lanesPerNode: number, request: PlanRequest, model: CostModel): Plan {
  const withNodes = (nodes: number) => withInstances({ nodes, lanesPerNode }, request, model);
  return withNodes(smallest(2, (nodes) => isEnough(withNodes(nodes), request)));
}

function isEnough({ usage }: Plan, { limits }: PlanRequest): boolean {
  return usage.nodes <= limits.utilisation && usage.lanes <= limits.utilisation;
}

function isSmaller(fleet: Fleet, than: Fleet): boolean {
  return fleet.nodes < than.nodes || (fleet.nodes === than.nodes && fleet.instances < than.instances);
}

/** The fewest instances that serve the demand on these nodes. */
export function withInstances(
  nodes: Omit<Fleet, 'instances'>,
  { demand, hardware, limits }: Pick<PlanRequest, 'demand' | 'hardware' | 'limits'>,
  model: CostModel,
): Plan {
  const usageOfMany = (instances: number) => usageOf(demand, hardware, { ...nodes, instances }, model);
  const instances = smallest(fewestInstances, (count) => usageOfMany(count).instances <= limits.utilisation);
  return { fleet: { ...nodes, instances }, usage: usageOfMany(instances) };
}
