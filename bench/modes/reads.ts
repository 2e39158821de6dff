import type { Times } from '../load/take-turns.js';
import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import { administer } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { loadTransactions } from '../support/load-transactions.js';
import { measure, warmUpSeconds } from '../support/measure.js';
import { printPoint, ratesTable } from '../support/report.js';
import { highest, median, rateRatio, summarise } from '../support/statistics.js';
import { atLeast, atMost } from '../support/targets.js';

const pageLength = 10;

interface Found {
  points: (LoadResult & { what: string; round: number })[];
  /** By the name of the page, one per round. */
  pages: Record<string, Times>[];
}

/** Balances in turns with transfers; and a page of a statement, the newest and one from the middle, of short and long accounts. */
export async function reads(environment: Environment, options: Options) {
  const { connections, rounds, seconds, users, transactions = 1_000_000 } = options;
  const lengths = [pageLength, 10_000, 1_000_000].map((length) => Math.min(length, transactions));
  const { databaseUrl, key } = await environment.createDatabase({ name: 'reads', users });
  for (const length of new Set(lengths)) await loadAccount(databaseUrl, length);
  await administer(databaseUrl, (client) => client.query('VACUUM ANALYZE'));
  const service = await environment.startWallet(databaseUrl);

  const { points, pages }: Found = { points: [], pages: [] };
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    for (const callers of connections) {
      for (const ask of [
        { what: 'topup', users },
        { what: 'balance', users },
      ] as const) {
        await environment.checkpoint();
        const what = `${ask.what} at ${callers}`;
        const point = await measure('http-load', {
          urls: [service.url],
          ...{ key, ask, connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(points.length === 0),
        });
        points.push({ what, round, ...point });
        printPoint(what, point);
      }
    }
    const order = { url: service.url, key, pages: pagesOf(lengths), seconds, warmUpSeconds: 1 };
    pages.push((await measure('page-latency', order)).times);
  }
  await service.stop();
  const auditsPassed = (await audit(databaseUrl)) === 'ok';
  return { auditsPassed, points, pages, ...conclude({ points, pages }, connections) };
}

function loadAccount(databaseUrl: string, length: number) {
  const userOf = () => accountOf(length);
  return loadTransactions({ databaseUrl, count: length, userOf, name: `account of ${length} entries` });
}

function accountOf(length: number): string {
  return `reader-${length}`;
}

function pagesOf(lengths: readonly number[]): Record<string, string> {
  const pages = lengths.flatMap((length) => {
    const path = `/v1/wallets/${accountOf(length)}/GOLD/entries?limit=${pageLength}`;
    const newest = [`newest of ${length}`, path] as const;
    if (length <= pageLength) return [newest];
    return [newest, [`middle of ${length}`, `${path}&startingAfter=${length / 2}`] as const];
  });
  return Object.fromEntries(pages);
}

function conclude({ points, pages }: Found, connections: readonly number[]) {
  const rows = summarise(points);
  const p50Ms = Object.keys(pages[0] ?? {}).map((name) => ({
    name,
    p50Ms: median(pages.map((times) => times[name]?.p50Ms ?? NaN)),
  }));
  const [shortest = NaN, ...longer] = p50Ms.map((page) => page.p50Ms);
  return {
    rows,
    p50Ms,
    tables: [
      ratesTable('Reads and transfers, in turns', 'requests/s', rows),
      {
        title: `A page of ${pageLength} entries of a statement`,
        head: ['page', 'p50 ms', 'times the shortest'],
        rows: p50Ms.map((page) => [page.name, page.p50Ms.toFixed(2), (page.p50Ms / shortest).toFixed(2)]),
      },
    ],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          1.5,
          `balances ÷ transfers at ${callers}`,
          rateRatio(rows, `balance at ${callers}`, `topup at ${callers}`),
        ),
      ),
      atMost(1.2, 'page of the longest statement ÷ of the shortest', highest(longer) / shortest),
    ],
  };
}
