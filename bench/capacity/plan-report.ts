import type { Table } from '../support/report.js';
import type { Calibration } from './calibration.js';
import { type Bottleneck, bottlenecks, otherConnections } from './model/bottlenecks.js';
import type { CostModel } from './model/cost-model.js';
import { type Plan, plan, type PlanRequest } from './model/plan.js';
import { type Storage, storageOf } from './model/storage.js';
import type { PlanOptions } from './options.js';
import { percent, shortBytes, shortCount, threeDigits } from './quantities.js';
import { requestKinds, requestNames } from './request-kinds.js';

/** What the demand needs, as tables. */
export function planTables(options: PlanOptions, calibration: Calibration, model: CostModel): Table[] {
  const request: PlanRequest = { ...options, usualLanes: calibration.lanes };
  const planned = plan(request, model);
  const storage = storageOf(options.demand, options.population, calibration);
  return [
    requestsTable(request, planned),
    fleetTable(request, planned),
    bottlenecksTable(bottlenecks(planned, request, model)),
    storageTable(options, storage),
    everywhereTable(planned, storage),
  ];
}

function requestsTable({ demand }: PlanRequest, { usage }: Plan): Table {
  return {
    title: `Requests at the peak, in batches of ${threeDigits(usage.batch)}`,
    head: ['request', 'per second', 'service µs', 'PostgreSQL µs', 'nodes', 'statements', 'packets'],
    rows: requestNames.map((name) => {
      const { title, nodes, statements, packets, as } = requestKinds[name];
      const { serviceUs, databaseUs } = usage.costs[name];
      const of = as === 'write' ? ' per batch' : as === 'gathered' ? ' for many' : '';
      return [
        title,
        shortCount(demand.perSecond * demand.shares[name]),
        serviceUs.toFixed(0),
        databaseUs.toFixed(0),
        String(nodes),
        `${statements}${of}`,
        `${packets}${of}`,
      ];
    }),
  };
}

function fleetTable({ hardware, limits }: PlanRequest, { fleet, usage }: Plan): Table {
  const { nodes, lanesPerNode, instances } = fleet;
  const lanes = nodes * lanesPerNode;
  return {
    title: 'Needed',
    head: ['what', 'number', 'each', 'busy at the peak'],
    rows: [
      ['PostgreSQL nodes', String(nodes), `${hardware.coresPerNode} cores`, percent(usage.nodes)],
      ['lanes', String(lanes), `${lanesPerNode} to a node`, percent(usage.lanes)],
      ['service instances', String(instances), `${hardware.coresPerInstance} core`, percent(usage.instances)],
      [
        'connections of lanes',
        String(lanesPerNode * instances * nodes),
        `${lanesPerNode} lanes × ${instances} instances × ${nodes} nodes`,
        '',
      ],
      [
        'connections to a node',
        String((lanesPerNode + otherConnections) * instances),
        `limit ${limits.maxConnections}`,
        '',
      ],
    ],
  };
}

function bottlenecksTable(found: readonly Bottleneck[]): Table {
  return {
    title: `Next bottleneck: ${found[0]?.resource ?? 'none'}`,
    head: ['resource', 'of its limit', 'enough up to', 'then'],
    rows: found.map(({ resource, used, reachedAt, remedy }) => [
      resource,
      percent(used),
      `${shortCount(reachedAt)}/s`,
      remedy,
    ]),
  };
}

function storageTable({ population }: PlanOptions, storage: Storage): Table {
  const { transfersPerMonth, accounts, historyPerMonth, withReplicasPerMonth, walPerMonth } = storage;
  return {
    title: 'Disk, over all nodes',
    head: ['what', 'size'],
    rows: [
      [`accounts of ${shortCount(population.users)} users, once`, shortBytes(accounts)],
      [`history per month, ${shortCount(transfersPerMonth)} transfers`, shortBytes(historyPerMonth)],
      [`history per month, with standbys`, shortBytes(withReplicasPerMonth)],
      ['write-ahead log per month', shortBytes(walPerMonth)],
    ],
  };
}

/** Their cost grows with the history or its use by operators, so the peak does not contain them. */
function everywhereTable({ fleet: { nodes, lanesPerNode } }: Plan, { auditHoursPerMonth }: Storage): Table {
  const groups = String(nodes * lanesPerNode);
  return {
    title: 'Requests that reach every node',
    head: ['request', 'nodes', 'statements', 'processor time'],
    rows: [
      ['a transaction by its id, or the next page of all', String(nodes), groups, 'not modelled'],
      ['report of the economy', String(nodes), groups, 'not modelled'],
      [
        'audit',
        String(nodes),
        `${groups} per invariant`,
        `${threeDigits(auditHoursPerMonth)} h for a month of history`,
      ],
    ],
  };
}
