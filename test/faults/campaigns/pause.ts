import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import { addFigures, type CheckerFigures } from '../checker/figures.js';
import { passAll, type PostgresProxy, startPostgresProxy } from '../proxy/postgres-proxy.js';
import type { Campaign } from '../runner/campaign.js';
import { administer } from '../support/postgres.js';
import { withServerSettings } from '../support/server-settings.js';
import { startWallet } from '../support/wallet.js';

interface Pauses {
  /** Prefixes the names of the operations. */
  prefix: string;
  rounds: number;
  /** The minimum duration of the pause. */
  stoppedForMs: number;
  /** The time limit of PostgreSQL for idle transactions; that of production by default. */
  idleInTransactionMs?: number;
}

/** Several times with a short limit of PostgreSQL, and once with that of production. */
const short: Pauses = { prefix: 'short', rounds: 5, stoppedForMs: 0, idleInTransactionMs: 1_000 };
const long: Pauses = { prefix: 'long', rounds: 1, stoppedForMs: 30_000 };

const silentMs = 400;
/** Pauses the batch here: keys claimed, accounts locked, nothing written. */
const stopsAt = 'FOR UPDATE';

/** Simulates a machine that swaps or is migrated, or a frozen container. */
export const campaign: Campaign = {
  name: 'pause',
  title:
    'a service that is stopped inside a batch: PostgreSQL ends its transaction, other instances go on, no late write',
  quick: false,
  // The lanes connect to the nodes of Citus past a proxy.
  needs: ['proc', 'distributed'],
  run: async ({ seed, createDurableDatabase }) => {
    const { url: databaseUrl } = await createDurableDatabase();
    const often = await pause({ seed, databaseUrl }, short);
    const once = await pause({ seed, databaseUrl }, long);
    return {
      broken: [...often.broken, ...once.broken],
      checks: addFigures([...often.checks, ...once.checks]),
      figures: {
        rounds: short.rounds + long.rounds,
        aborted: often.aborted + once.aborted,
        'decided by the other meanwhile': often.progress + once.progress,
        'stopped for at most s': long.stoppedForMs / 1_000,
      },
    };
  },
};

interface Paused {
  broken: string[];
  checks: CheckerFigures[];
  /** The number of transactions that PostgreSQL ended. */
  aborted: number;
  /** The operations that the other instance decided during the pause. */
  progress: number;
}

async function pause(
  { seed, databaseUrl }: { seed: number; databaseUrl: string },
  { prefix, rounds, stoppedForMs, idleInTransactionMs }: Pauses,
): Promise<Paused> {
  const proxy = await startPostgresProxy(databaseUrl);
  const [first, second] = await Promise.all(
    [proxy.urlFor(databaseUrl), databaseUrl].map((url) =>
      startWallet({
        databaseUrl:
          idleInTransactionMs === undefined
            ? url
            : withServerSettings(url, {
                idle_in_transaction_session_timeout: String(idleInTransactionMs),
              }),
        env: { MIGRATE_ON_START: 'false' },
      }),
    ),
  );
  if (!first || !second) throw new Error('the campaign needs two services');
  const load = { seed, users: 20, databaseUrl };
  const paused = new Checker({ ...load, prefix: `${prefix}-paused`, urls: [first.url] });
  const other = new Checker({ ...load, prefix: `${prefix}-other`, urls: [second.url] });
  let progress = 0;
  let aborted = 0;
  paused.load.start(16);
  for (let round = 0; round < rounds; round++) {
    await paused.load.until(50);
    await stopInsideABatch(proxy, first.pid());
    const stoppedAt = performance.now();
    if (round === 0) other.load.start(8);
    const before = other.load.decisions;
    await sleep(silentMs);
    while (await hasSilentTransaction(databaseUrl)) await sleep(20);
    aborted++;
    // It resumes and believes that it still holds its locks.
    await other.load.until(50);
    await sleep(stoppedAt + stoppedForMs - performance.now());
    progress += other.load.decisions - before;
    process.kill(first.pid(), 'SIGCONT');
    await paused.load.until(50);
  }
  await paused.load.stop();
  await other.load.stop();
  const verdicts = [
    await paused.resolveAndCheck({ foreignKeys: foreignTo(`${prefix}-paused`) }),
    await other.resolveAndCheck({ foreignKeys: foreignTo(`${prefix}-other`) }),
  ];
  const broken = verdicts.flatMap((verdict) => verdict.broken);
  if ((await first.stop()) !== 0) broken.push('the service that was stopped did not live through it');
  await second.stop();
  await proxy.close();
  return { broken, checks: verdicts.map(({ figures }) => figures), aborted, progress };
}

/** All keys of this campaign except those of one load. */
function foreignTo(own: string): RegExp {
  return new RegExp(`^(?!${own}-)(short|long)-`);
}

async function stopInsideABatch(proxy: PostgresProxy, pid: number): Promise<void> {
  await new Promise<void>((resolve) => {
    proxy.intercept = ({ direction, type, sql }) => {
      if (direction !== 'backend' || type !== 'C' || !sql.includes(stopsAt)) return 'pass';
      proxy.intercept = passAll;
      process.kill(pid, 'SIGSTOP');
      resolve();
      return 'pass';
    };
  });
}

/** Whether an idle transaction is open. */
async function hasSilentTransaction(databaseUrl: string): Promise<boolean> {
  return administer(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction' AND state_change < clock_timestamp() - make_interval(secs => $1)`,
      [silentMs / 2_000],
    );
    return rowCount !== 0;
  });
}
