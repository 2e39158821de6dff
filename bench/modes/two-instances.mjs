import { audit } from '../support/audit.mjs';
import { countDeadlocks } from '../support/databases.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint } from '../support/report.mjs';
import { compareTable, summariseBy } from '../support/summary.mjs';
import { atLeast, atMost } from '../support/targets.mjs';

/**
 * One wallet, in turns with two on the same database, at the same number of callers in all: the second process must not cost
 * more than it brings, although both write to the same accounts of the system and share these cores.
 */
export async function twoInstances(stage, { connections, rounds, seconds, users }) {
  const { databaseUrl, key } = await stage.createDatabase({ name: 'instances', users });
  const points = [];
  for (let round = 1; round <= rounds; round++) {
    stage.beginRound(round);
    for (const count of [1, 2]) {
      await stage.settle();
      const services = [];
      for (let number = 1; number <= count; number++) services.push(await stage.startWallet(databaseUrl));
      for (const [index, callers] of connections.entries()) {
        const what = `${count === 1 ? 'one instance' : 'two instances'} at ${callers}`;
        const point = await measure('http-load.mjs', {
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

  const rows = summariseBy(points, ({ what }) => what);
  const deadlocks = await countDeadlocks(databaseUrl);
  return {
    sound: (await audit(databaseUrl)) === 'ok',
    rows,
    points,
    deadlocks,
    tables: [
      compareTable('Two instances on one database, the callers divided among them', 'transfers/s', rows),
    ],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          1,
          `two instances ÷ one at ${callers}`,
          rows[`two instances at ${callers}`].perSecond / rows[`one instance at ${callers}`].perSecond,
        ),
      ),
      atMost(0, 'deadlocks with two instances', deadlocks),
    ],
  };
}
