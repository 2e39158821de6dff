import { audit } from '../support/audit.mjs';
import { administer } from '../support/databases.mjs';
import { loadTransactions } from '../support/load-transactions.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint } from '../support/report.mjs';
import { highest, median } from '../support/statistics.mjs';
import { compareTable, summariseBy } from '../support/summary.mjs';
import { atLeast, atMost } from '../support/targets.mjs';

const pageLength = 10;

/** Balances in turns with transfers; and a page of a statement, the newest and one from the middle, of short and long accounts. */
export async function reads(stage, options) {
  const { connections, rounds, seconds, users, transactions = 1_000_000 } = options;
  const lengths = [pageLength, 10_000, 1_000_000].map((length) => Math.min(length, transactions));
  const { databaseUrl, key } = await stage.createDatabase({ name: 'reads', users });
  for (const length of new Set(lengths)) await loadAccount(databaseUrl, length);
  await administer(databaseUrl, (client) => client.query('VACUUM ANALYZE'));
  const service = await stage.startWallet(databaseUrl);

  const points = [];
  const pages = [];
  for (let round = 1; round <= rounds; round++) {
    stage.beginRound(round);
    for (const callers of connections) {
      for (const what of ['topup', 'balance']) {
        await stage.settle();
        const point = await measure('http-load.mjs', {
          ...{ urls: [service.url], key, ask: { what, users }, connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(points.length === 0),
        });
        points.push({ what: `${what} at ${callers}`, round, ...point });
        printPoint(`${what} at ${callers}`, point);
      }
    }
    const order = { url: service.url, key, pages: pagesOf(lengths), seconds, warmUpSeconds: 1 };
    pages.push((await measure('page-latency.mjs', order)).times);
  }
  await service.stop();
  const sound = (await audit(databaseUrl)) === 'ok';
  return { sound, points, pages, ...conclude({ points, pages, connections }) };
}

function loadAccount(databaseUrl, length) {
  const userOf = () => accountOf(length);
  return loadTransactions({ databaseUrl, count: length, userOf, name: `account of ${length} entries` });
}

function accountOf(length) {
  return `reader-${length}`;
}

function pagesOf(lengths) {
  const pages = lengths.flatMap((length) => {
    const path = `/v1/wallets/${accountOf(length)}/GOLD/entries?limit=${pageLength}`;
    const newest = [`newest of ${length}`, path];
    if (length <= pageLength) return [newest];
    return [newest, [`middle of ${length}`, `${path}&startingAfter=${length / 2}`]];
  });
  return Object.fromEntries(pages);
}

function conclude({ points, pages, connections }) {
  const rows = summariseBy(points, ({ what }) => what);
  const names = Object.keys(pages[0]);
  const p50Ms = Object.fromEntries(
    names.map((name) => [name, median(pages.map((times) => times[name].p50Ms))]),
  );
  const [shortest, ...longer] = Object.values(p50Ms);
  return {
    rows,
    p50Ms,
    tables: [
      compareTable('Reads beside transfers', 'requests/s', rows),
      {
        title: `A page of ${pageLength} entries of a statement`,
        head: ['page', 'p50 ms', 'times the shortest'],
        rows: names.map((name) => [name, p50Ms[name].toFixed(2), (p50Ms[name] / shortest).toFixed(2)]),
      },
    ],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          1.5,
          `balances ÷ transfers at ${callers}`,
          rows[`balance at ${callers}`].perSecond / rows[`topup at ${callers}`].perSecond,
        ),
      ),
      atMost(1.2, 'page of the longest statement ÷ of the shortest', highest(longer) / shortest),
    ],
  };
}
