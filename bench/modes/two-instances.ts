import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import { countDeadlocks } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { measure, warmUpSeconds } from '../support/measure.js';
import { printPoint, ratesTable } from '../support/report.js';
import type { Service } from '../support/service.js';
import { rateRatio, summarise } from '../support/statistics.js';
import { atLeast, atMost } from '../support/targets.js';

/**
 * One wallet, in turns with two on the same database, at the same total number of callers: the second process must not cost more
 * than it brings, although both write to the same system accounts and share these cores.
 */
export async function twoInstances(
  environment: Environment,
  { connections, rounds, seconds, users }: Options,
) {
  const { databaseUrl, key } = await environment.createDatabase({ name: 'instances', users });
  const points: (LoadResult & { what: string; round: number })[] = [];
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    for (const count of [1, 2]) {
      await environment.checkpoint();
      const services: Service[] = [];
      for (let number = 1; number <= count; number++)
        services.push(await environment.startWallet(databaseUrl));
      for (const [index, callers] of connections.entries()) {
        const what = `${count === 1 ? 'one instance' : 'two instances'} at ${callers}`;
        const point = await measure('http-load', {
          urls: services.map(({ url }) => url),
          ...{ key, ask: { what: 'topup', users }, connections: callers, seconds },
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
      ...connections.map((callers) =>
        atLeast(
          1,
          `two instances ÷ one at ${callers}`,
          rateRatio(rows, `two instances at ${callers}`, `one instance at ${callers}`),
        ),
      ),
      atMost(0, 'deadlocks with two instances', deadlocks),
    ],
  };
}
