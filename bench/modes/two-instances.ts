import { ShardMap } from '@app/accounts';
import type { Ask } from '../load/requests.js';
import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import { countDeadlocks } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { inTurn, measure, warmUpSeconds } from '../support/measure.js';
import { printPoint, ratesTable } from '../support/report.js';
import type { Service } from '../support/service.js';
import { rateRatio, summarise } from '../support/statistics.js';
import { atLeast, atMost } from '../support/targets.js';

const shardCount = 16;

/** How callers reach the instances. Routed, each instance gets the users of every second shard (docs/deployment.md). */
const setups = [
  { name: 'one instance', instances: 1, routed: false },
  { name: 'two instances', instances: 2, routed: false },
  { name: 'two, routed by shard', instances: 2, routed: true },
];

/**
 * One wallet, in turns with two on the same database, at the same total number of callers: the second process must not cost more
 * than it brings, although both write to the same system accounts and share these cores.
 */
export async function twoInstances(
  environment: Environment,
  { connections, rounds, seconds, users }: Options,
) {
  const { databaseUrl, key } = await environment.createDatabase({ name: 'instances', users, shardCount });
  const points: (LoadResult & { what: string; round: number })[] = [];
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    for (const { name, instances, routed } of inTurn(setups, round)) {
      await environment.checkpoint();
      const services: Service[] = [];
      for (let number = 1; number <= instances; number++)
        services.push(await environment.startWallet(databaseUrl));
      for (const [index, callers] of connections.entries()) {
        const what = `${name} at ${callers}`;
        const point = await measure('http-load', {
          urls: services.map(({ url }) => url),
          ...{ key, ask: asksOf(users, routed ? instances : 1), connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(index === 0),
        });
        for (const service of services) service.requireAlive();
        points.push({ what, round, ...point });
        printPoint(what, point);
      }
      for (const service of services) await service.stop();
    }
  }

  const rows = summarise(points);
  const deadlocks = await countDeadlocks(databaseUrl);
  return {
    auditsPassed: (await audit(databaseUrl)) === 'ok',
    rows,
    points,
    deadlocks,
    tables: [ratesTable('Two instances on one database, sharing the callers', 'transfers/s', rows)],
    targets: [
      ...connections.flatMap((callers) =>
        ['two instances', 'two, routed by shard'].map((name) =>
          atLeast(
            1,
            `${name} ÷ one at ${callers}`,
            rateRatio(rows, `${name} at ${callers}`, `one instance at ${callers}`),
          ),
        ),
      ),
      atMost(0, 'deadlocks with two instances', deadlocks),
    ],
  };
}

/** Top-ups of random users: of all of them, or for each instance of those in its shards. */
function asksOf(users: number, instances: number): Ask | Ask[] {
  if (instances === 1) return { what: 'topup', users };
  const shards = new ShardMap(shardCount);
  const ids = Array.from({ length: users }, (_, number) => `user-${number}`);
  return Array.from({ length: instances }, (_, instance) => ({
    what: 'topup',
    userIds: ids.filter((id) => shards.of(id) % instances === instance),
  }));
}
