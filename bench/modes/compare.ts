import {
  type Implementation,
  implementations as all,
  usualImplementations,
} from '../implementations/index.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import { checkAnswers } from '../support/check-answers.js';
import { countDeadlocks, type Database } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { inTurn, measure, warmUpSeconds } from '../support/measure.js';
import { printPoint } from '../support/report.js';
import {
  type ComparedPoint,
  comparisonTable,
  comparisonTargets,
  type ImplementationReport,
  reportTable,
  summariseComparison,
  type Turn,
} from './compare-summary.js';

interface Entrant extends Database {
  implementation: Implementation;
  turns: Turn[];
}

/**
 * Measures every implementation at every number of connections. They take turns in rounds, so whatever else the machine does hits
 * all of them.
 */
export async function compare(environment: Environment, options: Options) {
  const entrants: Entrant[] = [];
  for (const implementation of choose(options.only))
    entrants.push(await enter(environment, implementation, options.users));

  const points: (ComparedPoint & { round: number })[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    environment.beginRound(round);
    for (const entrant of inTurn(entrants, round)) {
      for (const point of await takeTurn(environment, entrant, options)) points.push({ ...point, round });
    }
  }

  const reports: ImplementationReport[] = [];
  for (const { implementation, databaseUrl, turns } of entrants) {
    const deadlocks = await countDeadlocks(databaseUrl);
    reports.push({
      implementation: implementation.name,
      turns,
      deadlocks,
      audit: await audit(databaseUrl),
    });
  }
  const rows = summariseComparison(points);
  return {
    auditsPassed: reports.every((report) => report.audit === 'ok'),
    rows,
    reports,
    points,
    tables: [comparisonTable(rows), reportTable(reports)],
    targets: comparisonTargets(rows, reports),
  };
}

function choose(only: string[] | undefined): Implementation[] {
  if (!only) return usualImplementations;
  const unknown = only.filter((name) => !all.some((implementation) => implementation.name === name));
  if (unknown.length > 0) throw new Error(`there is no implementation ${unknown.join(', ')}`);
  return all.filter(({ name }) => only.includes(name));
}

async function enter(
  environment: Environment,
  implementation: Implementation,
  users: number,
): Promise<Entrant> {
  const { name, shardCount } = implementation;
  const database = await environment.createDatabase({ name, shardCount, users });
  if ('prepareDatabase' in implementation) await implementation.prepareDatabase(database.databaseUrl);
  return { implementation, ...database, turns: [] };
}

/** All points of one implementation in one round. */
async function takeTurn(
  environment: Environment,
  entrant: Entrant,
  options: Options,
): Promise<ComparedPoint[]> {
  const { implementation, databaseUrl, key, turns } = entrant;
  const { name } = implementation;
  const load = (isFirst: boolean, service?: number) => ({
    ask: { what: 'topup' as const, users: options.users },
    watch: { service, postmaster: environment.postmaster },
    seconds: options.seconds,
    warmUpSeconds: warmUpSeconds(isFirst),
  });
  const points: ComparedPoint[] = [];
  const add = (connections: number, point: Omit<ComparedPoint, 'implementation' | 'connections'>) => {
    points.push({ implementation: name, connections, ...point });
    printPoint(`${name} at ${connections}`, point);
  };

  await environment.checkpoint();
  if (!('args' in implementation)) {
    for (const connections of implementation.connections) {
      const order = { databaseUrl, shardCount: implementation.shardCount, connections };
      add(connections, await measure('function-load', { ...load(points.length === 0), ...order }));
    }
    return points;
  }
  const service = await environment.startService(implementation, databaseUrl);
  await checkAnswers({ url: service.url, key });
  for (const connections of options.connections) {
    const order = { urls: [service.url], key, connections };
    const point = await measure('http-load', { ...load(points.length === 0, service.pid), ...order });
    service.requireAlive();
    add(connections, point);
  }
  turns.push({ startMs: service.startMs, memoryMb: service.memoryMb() });
  await service.stop();
  return points;
}
