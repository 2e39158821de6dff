import { audit } from '../support/audit.mjs';
import { countDeadlocks } from '../support/databases.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint } from '../support/report.mjs';
import { compareTable, summariseBy } from '../support/summary.mjs';
import { atLeast, atMost } from '../support/targets.mjs';

/** Everybody tops up one and the same user, in turns with everybody a random one, on the same running service. */
export async function hotUser(stage, { connections, rounds, seconds, users }) {
  const { databaseUrl, key } = await stage.createDatabase({ name: 'hot-user', users });
  const service = await stage.startWallet(databaseUrl);
  const asked = {
    'random users': { what: 'topup', users },
    'one user': { what: 'topup', user: 'user-0' },
  };

  const points = [];
  for (let round = 1; round <= rounds; round++) {
    stage.beginRound(round);
    for (const callers of connections) {
      const turns = Object.entries(asked);
      for (const [who, ask] of round % 2 === 1 ? turns : turns.toReversed()) {
        await stage.settle();
        const point = await measure('http-load.mjs', {
          ...{ urls: [service.url], key, ask, connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(points.length === 0),
        });
        points.push({ what: `${who} at ${callers}`, round, ...point });
        printPoint(`${who} at ${callers}`, point);
      }
    }
  }
  await service.stop();

  const rows = summariseBy(points, ({ what }) => what);
  const deadlocks = await countDeadlocks(databaseUrl);
  return {
    sound: (await audit(databaseUrl)) === 'ok',
    rows,
    points,
    deadlocks,
    tables: [compareTable('One hot user', 'transfers/s', rows)],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          0.9,
          `one user ÷ random users at ${callers}`,
          rows[`one user at ${callers}`].perSecond / rows[`random users at ${callers}`].perSecond,
        ),
      ),
      atMost(0, 'deadlocks with one hot user', deadlocks),
    ],
  };
}
