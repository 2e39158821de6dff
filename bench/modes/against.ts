import type { Options } from '../options.js';
import { Checkout } from '../support/checkout.js';
import type { Database } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { measure, warmUpSeconds } from '../support/measure.js';
import { root } from '../support/paths.js';
import { printPoint, printTable } from '../support/report.js';
import { type CheckoutPoint, compareCosts, costTable, costTargets, isTooNoisy } from './against-summary.js';

interface Entrant extends Database {
  checkout: Checkout;
}

/** How often a run that is too noisy is measured. */
const attempts = 3;

/**
 * Compares the processor time per top-up of this checkout with that of another one, in one run and in turns. The other one
 * takes part twice: its difference from itself is the noise.
 */
export async function against(environment: Environment, options: Options) {
  if (options.against === undefined) throw new Error('--against needs a checkout');
  const other = { name: 'other', folder: options.against };
  const entrants: Entrant[] = [];
  for (const checkout of [{ name: 'this', folder: root }, other, { ...other, name: 'other-again' }])
    entrants.push(await enter(environment, new Checkout(checkout), options.users));

  let points = await measureRounds(environment, entrants, options);
  let rows = compareCosts(points);
  for (let attempt = 1; isTooNoisy(rows) && attempt < attempts; attempt++) {
    printTable(costTable(rows));
    console.log(`attempt ${attempt} of ${attempts}: the noise is above 3 %`);
    points = await measureRounds(environment, entrants, options);
    rows = compareCosts(points);
  }

  const audits: Record<string, string> = {};
  for (const { checkout, databaseUrl } of entrants) audits[checkout.name] = await checkout.audit(databaseUrl);
  return {
    auditsPassed: Object.values(audits).every((found) => found === 'ok'),
    conclusive: !isTooNoisy(rows),
    audits,
    rows,
    points,
    tables: [costTable(rows)],
    targets: costTargets(rows, options.limits),
  };
}

async function enter(environment: Environment, checkout: Checkout, users: number): Promise<Entrant> {
  const database = await checkout.createDatabase(
    environment.clusterUrl,
    `bench_against_${checkout.name.replaceAll('-', '_')}`,
  );
  const service = await environment.startService(checkout.service, database.databaseUrl);
  await checkout.prepareLedger({ url: service.url, ...database, users });
  await service.stop();
  return { checkout, ...database };
}

async function measureRounds(
  environment: Environment,
  entrants: readonly Entrant[],
  options: Options,
): Promise<CheckoutPoint[]> {
  const points: CheckoutPoint[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    environment.beginRound(round);
    for (const entrant of rotate(entrants, round)) {
      for (const point of await takeTurn(environment, entrant, options)) points.push({ ...point, round });
    }
  }
  return points;
}

/** Rotates the order in each round and reverses every second one, so no entrant always follows the same one. */
function rotate<Entry>(entrants: readonly Entry[], round: number): readonly Entry[] {
  const first = round % entrants.length;
  const turn = [...entrants.slice(first), ...entrants.slice(0, first)];
  return round % 2 === 1 ? turn : turn.toReversed();
}

async function takeTurn(
  environment: Environment,
  { checkout, databaseUrl, key }: Entrant,
  options: Options,
): Promise<Omit<CheckoutPoint, 'round'>[]> {
  await environment.checkpoint();
  const service = await environment.startService(checkout.service, databaseUrl);
  const points: Omit<CheckoutPoint, 'round'>[] = [];
  for (const connections of options.connections) {
    const point = await measure('http-load', {
      urls: [service.url],
      key,
      ask: { what: 'topup', users: options.users },
      watch: { service: service.pid, postmaster: environment.postmaster },
      connections,
      seconds: options.seconds,
      warmUpSeconds: warmUpSeconds(points.length === 0),
    });
    service.requireAlive();
    points.push({ entrant: checkout.name, connections, ...point });
    printPoint(`${checkout.name} at ${connections}`, point);
  }
  await service.stop();
  return points;
}
