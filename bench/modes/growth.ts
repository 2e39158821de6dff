import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { type AuditCost, measureAudit } from '../support/audit.js';
import { administer, type Database } from '../support/databases.js';
import type { Environment } from '../support/environment.js';
import { loadTransactions } from '../support/load-transactions.js';
import { inTurn, measure, warmUpSeconds } from '../support/measure.js';
import { printPoint, ratesTable, type Table } from '../support/report.js';
import { growthOf, measureSize, sizeTable, totalBytes } from '../support/size.js';
import { rateRatio, summarise } from '../support/statistics.js';
import { atLeast, atMost } from '../support/targets.js';

const usualTransactions = 5_000_000;

/**
 * What years of use cost. A ledger is loaded through the journal; then its transfer rate is measured in turns with that of an
 * empty one, its bytes are counted, and it is audited.
 */
export async function growth(environment: Environment, options: Options) {
  const { connections, users, transactions = usualTransactions } = options;
  const empty = await environment.createDatabase({ name: 'empty', users });
  const grown = await environment.createDatabase({ name: 'grown', users });
  const before = await measureSize(grown.databaseUrl);
  const loading = await loadTransactions({
    databaseUrl: grown.databaseUrl,
    count: transactions,
    userOf: () => `user-${Math.floor(Math.random() * users)}`,
    name: 'loading',
  });
  const size = growthOf(before, await measureSize(grown.databaseUrl));
  // Autovacuum would do this in the course of time. Only on the grown ledger: ANALYZE would record that the other is empty.
  await administer(grown.databaseUrl, (client) => client.query('VACUUM ANALYZE'));

  const points = await takeRounds(environment, { empty, grown }, options);
  const rows = summarise(points);
  const audit = await measureAudit(grown.databaseUrl);
  return {
    auditsPassed: audit.ok,
    ...{ transactions, loading, size, audit, rows, points },
    tables: [
      ratesTable(`Top-ups after ${transactions} transactions, and after none`, 'transfers/s', rows),
      sizeTable(size, transactions),
      auditTable(audit),
    ],
    targets: [
      ...connections.map((callers) =>
        atLeast(
          0.85,
          `grown ledger ÷ empty at ${callers}`,
          rateRatio(rows, `grown at ${callers}`, `empty at ${callers}`),
        ),
      ),
      atMost(900, 'bytes for each transfer', Math.round(totalBytes(size) / transactions)),
    ],
  };
}

async function takeRounds(
  environment: Environment,
  ledgers: Record<string, Database>,
  { rounds, connections, seconds, users }: Options,
) {
  const points: (LoadResult & { what: string; round: number })[] = [];
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    for (const [name, { databaseUrl, key }] of inTurn(Object.entries(ledgers), round)) {
      await environment.checkpoint();
      const service = await environment.startWallet(databaseUrl);
      for (const [index, callers] of connections.entries()) {
        const what = `${name} at ${callers}`;
        const point = await measure('http-load', {
          urls: [service.url],
          key,
          ask: { what: 'topup', users },
          connections: callers,
          seconds,
          warmUpSeconds: warmUpSeconds(index === 0),
        });
        points.push({ what, round, ...point });
        printPoint(what, point);
      }
      await service.stop();
    }
  }
  return points;
}

function auditTable({ seconds, serviceMb, postgresMb, temporaryMb, ok }: AuditCost): Table {
  return {
    title: 'Its audit',
    head: ['passed', 'seconds', 'peak MB of the service', 'peak MB of its backend', 'MB of temporary files'],
    rows: [[ok ? 'yes' : 'NO', seconds.toFixed(1), ...[serviceMb, postgresMb, temporaryMb].map(megabytes)]],
  };
}

function megabytes(value: number | undefined): string {
  return value === undefined ? 'unknown' : String(Math.round(value));
}
