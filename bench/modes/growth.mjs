import { administer } from '../support/databases.mjs';
import { loadTransactions } from '../support/load-transactions.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { measureAudit } from '../support/measured-audit.mjs';
import { measureSize, sizeTable } from '../support/size.mjs';
import { printPoint } from '../support/report.mjs';
import { compareTable, summariseBy } from '../support/summary.mjs';
import { atLeast, atMost } from '../support/targets.mjs';

const usualTransactions = 5_000_000;

/**
 * What years of use cost. A ledger is loaded through the journal itself; then its transfer rate is measured in turns with
 * that of an empty one, its bytes are counted, and it is audited.
 */
export async function growth(stage, options) {
  const { users, transactions = usualTransactions } = options;
  const empty = await stage.createDatabase({ name: 'empty', users });
  const grown = await stage.createDatabase({ name: 'grown', users });
  const before = await measureSize(grown.databaseUrl);
  const loading = await loadTransactions({
    databaseUrl: grown.databaseUrl,
    count: transactions,
    userOf: () => `user-${Math.floor(Math.random() * users)}`,
    name: 'loading',
  });
  const size = await measureSize(grown.databaseUrl, before);
  // What autovacuum does in the course of time. Only there: of a table that PostgreSQL has seen empty it believes so.
  await administer(grown.databaseUrl, (client) => client.query('VACUUM ANALYZE'));

  const points = await takeRounds(stage, { empty, grown }, options);
  const rows = summariseBy(points, ({ what }) => what);
  const ratios = options.connections.map((callers) => [
    callers,
    rows[`grown at ${callers}`].perSecond / rows[`empty at ${callers}`].perSecond,
  ]);
  const audit = await measureAudit(grown.databaseUrl);
  return {
    sound: audit.ok,
    ...{ transactions, loading, size, audit, rows, points },
    tables: [
      compareTable(`Top-ups after ${transactions} transactions, and after none`, 'transfers/s', rows),
      sizeTable(size, transactions),
      auditTable(audit),
    ],
    targets: [
      ...ratios.map(([callers, ratio]) => atLeast(0.85, `grown ledger ÷ empty at ${callers}`, ratio)),
      atMost(900, 'bytes for each transfer', Math.round(size.bytes / transactions)),
    ],
  };
}

async function takeRounds(stage, ledgers, { rounds, connections, seconds, users }) {
  const points = [];
  for (let round = 1; round <= rounds; round++) {
    stage.beginRound(round);
    const turns = Object.entries(ledgers);
    for (const [name, { databaseUrl, key }] of round % 2 === 1 ? turns : turns.toReversed()) {
      await stage.settle();
      const service = await stage.startWallet(databaseUrl);
      for (const [index, callers] of connections.entries()) {
        const point = await measure('http-load.mjs', {
          ...{ urls: [service.url], key, ask: { what: 'topup', users }, connections: callers, seconds },
          warmUpSeconds: warmUpSeconds(index === 0),
        });
        points.push({ what: `${name} at ${callers}`, round, ...point });
        printPoint(`${name} at ${callers}`, point);
      }
      await service.stop();
    }
  }
  return points;
}

function auditTable({ seconds, serviceMb, postgresMb, temporaryMb, ok }) {
  return {
    title: 'The audit of it',
    head: ['sound', 'seconds', 'peak MB of the service', 'peak MB of its backend', 'MB of temporary files'],
    rows: [[ok ? 'yes' : 'NO', seconds.toFixed(1), ...[serviceMb, postgresMb, temporaryMb].map(megabytes)]],
  };
}

function megabytes(value) {
  return value === undefined ? 'unknown' : String(Math.round(value));
}
