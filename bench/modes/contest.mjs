import { contestants as everyone, usualContestants } from '../contestants/index.mjs';
import { audit } from '../support/audit.mjs';
import { checkAnswers } from '../support/check-answers.mjs';
import { countDeadlocks } from '../support/databases.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint } from '../support/report.mjs';
import { contestTable, contestTargets, serviceTable, summarise } from './contest-summary.mjs';

/**
 * Measures every contestant at every number of connections, in rounds in which each has its turn, so that whatever else
 * the machine does hits all of them. Every second round goes backwards: nobody is always the one after somebody else.
 */
export async function contest(stage, options) {
  const contestants = chooseContestants(options.only);
  const entrants = [];
  for (const contestant of contestants) entrants.push(await enter(stage, contestant, options));

  const points = [];
  for (let round = 1; round <= options.rounds; round++) {
    stage.beginRound(round);
    for (const entrant of round % 2 === 1 ? entrants : entrants.toReversed()) {
      for (const point of await takeTurn(stage, entrant, options)) points.push({ ...point, round });
    }
  }

  const services = [];
  for (const { contestant, databaseUrl, turns } of entrants) {
    const [deadlocks, found] = [await countDeadlocks(databaseUrl), await audit(databaseUrl)];
    services.push({ contestant: contestant.name, turns, deadlocks, audit: found });
  }
  const rows = summarise(points);
  return {
    sound: services.every((service) => service.audit === 'ok'),
    rows,
    services,
    points,
    tables: [contestTable(rows), serviceTable(services)],
    targets: contestTargets(rows, services),
  };
}

function chooseContestants(only) {
  if (!only) return usualContestants;
  const unknown = only.filter((name) => !everyone.some((contestant) => contestant.name === name));
  if (unknown.length > 0) throw new Error(`there is no contestant ${unknown.join(', ')}`);
  return everyone.filter(({ name }) => only.includes(name));
}

async function enter(stage, contestant, { users }) {
  const { name, shardCount } = contestant;
  const { databaseUrl, key } = await stage.createDatabase({ name, shardCount, users });
  await contestant.prepareDatabase?.(databaseUrl);
  return { contestant, databaseUrl, key, turns: [] };
}

/** All points of one contestant, on a process started for them. */
async function takeTurn(stage, { contestant, databaseUrl, key, turns }, options) {
  const { name, program = 'http-load.mjs', shardCount } = contestant;
  await stage.settle();
  const service = contestant.args && (await stage.startService(contestant, databaseUrl));
  if (service) await checkAnswers({ url: service.url, key });

  const points = [];
  for (const connections of contestant.connections ?? options.connections) {
    const point = await measure(program, {
      ...(service ? { urls: [service.url], key } : { databaseUrl, shardCount }),
      ask: { what: 'topup', users: options.users },
      watch: { service: service?.pid, postmaster: stage.postmaster },
      connections,
      seconds: options.seconds,
      warmUpSeconds: warmUpSeconds(points.length === 0),
    });
    service?.requireAlive();
    points.push({ contestant: name, connections, ...point });
    printPoint(`${name} at ${connections}`, point);
  }
  if (service) turns.push({ startMs: service.startMs, memoryMb: service.memoryMb() });
  await service?.stop();
  return points;
}
