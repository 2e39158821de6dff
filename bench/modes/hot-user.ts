import type { Ask } from '../load/requests.js';
import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import { countDeadlocks } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { inTurn, measure, warmUpSeconds } from '../support/measure.js';
import { printPoint, ratesTable } from '../support/report.js';
import { rateRatio, summarise } from '../support/statistics.js';
import { atLeast, atMost } from '../support/targets.js';

/** All callers top up one user, in turns with all of them topping up random ones, on the same running service. */
export async function hotUser(environment: Environment, { connections, rounds, seconds, users }: Options) {
  const { databaseUrl, key } = await environment.createDatabase({ name: 'hot-user', users });
  const service = await environment.startWallet(databaseUrl);
  const loads: [string, Ask][] = [
    ['random users', { what: 'topup', users }],
    ['one user', { what: 'topup', user: 'user-0' }],
  ];

  const points: (LoadResult & { what: string; round: number })[] = [];
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    for (const callers of connections) {
      for (const [name, ask] of inTurn(loads, round)) {
        await environment.checkpoint();
        const what = `${name} at ${callers}`;
        const point = await measure('http-load', {
          urls: [service.url],
          ...{ key, ask, connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(points.length === 0),
        });
        points.push({ what, round, ...point });
        printPoint(what, point);
      }
    }
  }
  await service.stop();

  const rows = summarise(points);
  const deadlocks = await countDeadlocks(databaseUrl);
  return {
    auditsPassed: (await audit(databaseUrl)) === 'ok',
    rows,
    points,
    deadlocks,
    tables: [ratesTable('One hot user', 'transfers/s', rows)],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          0.9,
          `one user ÷ random users at ${callers}`,
          rateRatio(rows, `one user at ${callers}`, `random users at ${callers}`),
        ),
      ),
      atMost(0, 'deadlocks with one hot user', deadlocks),
    ],
  };
}
