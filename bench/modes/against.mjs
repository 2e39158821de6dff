import { root } from '../../scripts/prepare.mjs';
import { Checkout } from '../support/checkout.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint, printTable } from '../support/report.mjs';
import { againstTable, againstTargets, compare, isTooNoisy } from './against-summary.mjs';

/** How often a run that is too noisy is measured again. */
const attempts = 3;

/**
 * Compares the processor time per top-up of this checkout with that of another one, in one run and in turns. The other one
 * takes part twice: its difference from itself is the noise.
 */
export async function against(stage, options) {
  const other = { name: 'other', folder: options.against };
  const entrants = [];
  for (const checkout of [{ name: 'this', folder: root }, other, { ...other, name: 'other-again' }])
    entrants.push(await enter(stage, new Checkout(checkout), options));

  let points;
  let rows;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    points = await measureRounds(stage, entrants, options);
    rows = compare(points);
    if (!isTooNoisy(rows)) break;
    printTable(againstTable(rows));
    console.log(`attempt ${attempt} of ${attempts}: the noise is above 3 %`);
  }

  const audits = {};
  for (const { checkout, databaseUrl } of entrants) audits[checkout.name] = await checkout.audit(databaseUrl);
  return {
    sound: Object.values(audits).every((found) => found === 'ok'),
    conclusive: !isTooNoisy(rows),
    audits,
    rows,
    points,
    tables: [againstTable(rows)],
    targets: againstTargets(rows, options.limits),
  };
}

async function enter(stage, checkout, { users }) {
  const database = await checkout.createDatabase(
    stage.clusterUrl,
    `bench_against_${checkout.name.replaceAll('-', '_')}`,
  );
  const service = await stage.startService(checkout.service, database.databaseUrl);
  await checkout.prepareLedger({ url: service.url, ...database, users });
  await service.stop();
  return { checkout, ...database };
}

async function measureRounds(stage, entrants, options) {
  const points = [];
  for (let round = 1; round <= options.rounds; round++) {
    stage.beginRound(round);
    for (const entrant of inTurn(entrants, round)) {
      for (const point of await takeTurn(stage, entrant, options)) points.push({ ...point, round });
    }
  }
  return points;
}

/** Rotates the order in each round and reverses every second one, so no entrant always follows the same one. */
function inTurn(entrants, round) {
  const first = round % entrants.length;
  const turn = [...entrants.slice(first), ...entrants.slice(0, first)];
  return round % 2 === 1 ? turn : turn.toReversed();
}

async function takeTurn(stage, { checkout, databaseUrl, key }, options) {
  await stage.settle();
  const service = await stage.startService(checkout.service, databaseUrl);
  const points = [];
  for (const connections of options.connections) {
    const point = await measure('http-load.mjs', {
      ...{ urls: [service.url], key, ask: { what: 'topup', users: options.users } },
      watch: { service: service.pid, postmaster: stage.postmaster },
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
