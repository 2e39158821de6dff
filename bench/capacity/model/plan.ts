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
  /** The default is what the service opens: two on one PostgreSQL, and in a cluster one for each core of a node. */
  lanesPerNode?: number;
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
  const { hardware, limits, lanesPerNode, usualLanes } = request;
  const withNodes = (nodes: number) => {
    const usual = nodes === 1 ? usualLanes : hardware.coresPerNode;
    return withInstances({ nodes, lanesPerNode: lanesPerNode ?? usual }, request, model);
  };
  const isEnough = (nodes: number) => {
    const { usage } = withNodes(nodes);
    return usage.nodes <= limits.utilisation && usage.lanes <= limits.utilisation;
  };
  return withNodes(isEnough(1) ? 1 : smallest(2, isEnough));
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
