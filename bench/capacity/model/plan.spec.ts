import fc from 'fast-check';
import type { Calibration } from '../calibration.js';
import { isWrite, type RequestKind, requestNames } from '../request-kinds.js';
import { bottlenecks } from './bottlenecks.js';
import { costAt, type Curve } from './curve.js';
import { modelOf } from './fitted.js';
import { usageOf } from './fleet.js';
import { plan, type PlanRequest } from './plan.js';

/** Any machine: what its requests cost follows these curves. */
const curve: fc.Arbitrary<Curve> = fc.record({
  perRequestUs: fc.integer({ min: 5, max: 1_000 }),
  sharedUs: fc.integer({ min: 0, max: 5_000 }),
});
const models = fc.record({ service: curve, database: curve }).map(({ service, database }) => {
  const point = (request: RequestKind, callers: number) => {
    const batch = isWrite(request) ? Math.max(1, callers / 4) : undefined;
    const shares = batch ?? callers;
    return {
      loads: [{ request, callers, share: 1 }],
      ...(batch !== undefined && { batch }),
      serviceUs: costAt(service, shares),
      databaseUs: costAt(database, shares),
      ...{ difference: 0, measurements: 2 },
    };
  };
  const points: Calibration['points'] = requestNames.flatMap((request) =>
    [1, 8, 16, 32, 64, 128, 256].map((callers) => point(request, callers)),
  );
  return modelOf({ points, lanes: 2, batchSize: 200 });
});

const weight = fc.integer({ min: 0, max: 100 });
const mixes = fc
  .tuple(fc.integer({ min: 1, max: 100 }), ...requestNames.slice(1).map(() => weight))
  .map((weights) => {
    const sum = weights.reduce((total, one) => total + one, 0);
    return Object.fromEntries(requestNames.map((name, index) => [name, (weights[index] ?? 0) / sum]));
  }) as fc.Arbitrary<Record<RequestKind, number>>;

const requests: fc.Arbitrary<PlanRequest> = fc.record({
  demand: fc.record({
    perSecond: fc.integer({ min: 1, max: 200_000 }),
    shares: mixes,
    latencyMs: fc.integer({ min: 1, max: 100 }),
    instancesPerLane: fc.constant('one' as const),
  }),
  hardware: fc.record({
    coresPerNode: fc.integer({ min: 1, max: 12 }),
    coresPerInstance: fc.constantFrom(0.25, 0.5, 1),
    clusterFactor: fc.constantFrom(1, 1.2, 2),
  }),
  limits: fc.record({
    utilisation: fc.constantFrom(0.3, 0.6, 1),
    maxConnections: fc.integer({ min: 20, max: 1_000 }),
  }),
  usualLanes: fc.constant(2),
});

const everySharing = requests.chain((request) =>
  fc.constantFrom('one' as const, 'any' as const).map((instancesPerLane): PlanRequest => ({
    ...request,
    demand: { ...request.demand, instancesPerLane },
  })),
);

const faster = (request: PlanRequest, times: number): PlanRequest => ({
  ...request,
  demand: { ...request.demand, perSecond: request.demand.perSecond * times },
});

it('needs no fewer nodes or instances for a higher peak', () => {
  fc.assert(
    fc.property(models, requests, fc.double({ min: 1, max: 10, noNaN: true }), (model, request, times) => {
      const [lower, higher] = [plan(request, model).fleet, plan(faster(request, times), model).fleet];
      expect(higher.nodes).toBeGreaterThanOrEqual(lower.nodes);
      // More nodes have more lanes, whose smaller batches can cost an instance.
      if (higher.nodes === lower.nodes) expect(higher.instances).toBeGreaterThanOrEqual(lower.instances);
    }),
  );
});

it('gives every resource at least what the demand needs, with the headroom', () => {
  fc.assert(
    fc.property(models, everySharing, (model, request) => {
      const { demand, hardware, limits } = request;
      const { fleet, usage } = plan(request, model);
      const cores = (part: 'serviceUs' | 'databaseUs', names: readonly RequestKind[] = requestNames) =>
        names.reduce((sum, name) => sum + demand.shares[name] * usage.costs[name][part], 0) *
        (demand.perSecond / 1e6);
      const slack = 1 + 1e-9;
      expect(cores('databaseUs')).toBeLessThanOrEqual(
        fleet.nodes * hardware.coresPerNode * limits.utilisation * slack,
      );
      expect(cores('serviceUs')).toBeLessThanOrEqual(
        fleet.instances * hardware.coresPerInstance * limits.utilisation * slack,
      );
      expect(cores('databaseUs', requestNames.filter(isWrite))).toBeLessThanOrEqual(
        fleet.nodes * fleet.lanesPerNode * limits.utilisation * slack,
      );
    }),
  );
});

it('plans no instance that could be left out, beyond the two that let one go', () => {
  fc.assert(
    fc.property(models, everySharing, (model, request) => {
      const { fleet } = plan(request, model);
      if (fleet.instances === 2) return;
      const smaller = usageOf(
        request.demand,
        request.hardware,
        { ...fleet, instances: fleet.instances - 1 },
        model,
      );
      expect(smaller.instances).toBeGreaterThan(request.limits.utilisation);
    }),
  );
});

it('needs no fewer nodes if PostgreSQL costs more in a cluster', () => {
  fc.assert(
    fc.property(models, requests, (model, request) => {
      const nodes = (clusterFactor: number) =>
        plan({ ...request, hardware: { ...request.hardware, clusterFactor } }, model).fleet.nodes;
      expect(nodes(1.5)).toBeGreaterThanOrEqual(nodes(1));
    }),
  );
});

it('names a peak that the planned fleet can take, for everything but connections', () => {
  fc.assert(
    fc.property(models, requests, (model, request) => {
      const found = bottlenecks(plan(request, model), request, model);
      expect(found).toHaveLength(4);
      for (const { resource, reachedAt } of found) {
        if (resource !== 'connections of a node')
          expect(reachedAt).toBeGreaterThanOrEqual(request.demand.perSecond * 0.999);
      }
    }),
    { numRuns: 30 },
  );
});
