import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import { addFigures } from '../checker/figures.js';
import { passAll, startPostgresProxy } from '../proxy/postgres-proxy.js';
import type { Campaign } from '../runner/campaign.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { administer } from '../support/postgres.js';
import { withServerSettings } from '../support/server-settings.js';
import { startWallet } from '../support/wallet.js';

/** PostgreSQL's own patience; in production ten seconds. */
const idleInTransactionMs = 1_000;
const silentMs = 400;
/** The batch is stopped here: its keys are claimed and its accounts locked, nothing is written. */
const stopsAt = 'FOR UPDATE';

/** What a machine does that swaps, is migrated, or whose container is frozen. */
export const campaign: Campaign = {
  name: 'pause',
  title:
    'a service that is stopped inside a batch: PostgreSQL ends its transaction, others go on, no late write',
  quick: false,
  needs: ['proc'],
  run: async ({ seed, folder }) => {
    const { databaseUrl } = await startDurableDatabase(folder);
    const proxy = await startPostgresProxy(Number(new URL(databaseUrl).port));
    const [first, second] = await Promise.all(
      [proxy.urlFor(databaseUrl), databaseUrl].map((url) =>
        startWallet({
          databaseUrl: withServerSettings(url, {
            idle_in_transaction_session_timeout: String(idleInTransactionMs),
          }),
          env: { MIGRATE_ON_START: 'false' },
        }),
      ),
    );
    if (!first || !second) throw new Error('two services were to start');
    const paused = new Checker({ seed, prefix: 'paused', users: 20, urls: [first.url], databaseUrl });
    const other = new Checker({ seed, prefix: 'other', users: 20, urls: [second.url], databaseUrl });
    const rounds = 5;
    let progress = 0;
    let aborted = 0;
    paused.load.start(16);
    for (let round = 0; round < rounds; round++) {
      await paused.load.until(50);
      await new Promise<void>((resolve) => {
        proxy.intercept = ({ direction, type, sql }) => {
          if (direction !== 'backend' || type !== 'C' || !sql.includes(stopsAt)) return 'pass';
          proxy.intercept = passAll;
          process.kill(first.pid(), 'SIGSTOP');
          resolve();
          return 'pass';
        };
      });
      if (round === 0) other.load.start(8);
      const before = other.load.decisions;
      await sleep(silentMs);
      while (await hasSilentTransaction(databaseUrl)) await sleep(20);
      aborted++;
      // Now it wakes up, and believes that its locks are still its own.
      await other.load.until(50);
      progress += other.load.decisions - before;
      process.kill(first.pid(), 'SIGCONT');
      await paused.load.until(50);
    }
    await paused.load.stop();
    await other.load.stop();
    const verdicts = [
      await paused.settle({ strangers: /^other-/ }),
      await other.settle({ strangers: /^paused-/ }),
    ];
    const broken = verdicts.flatMap((verdict) => verdict.broken);
    if ((await first.stop()) !== 0) broken.push('the service that was stopped did not live through it');
    await second.stop();
    await proxy.close();
    return {
      broken,
      checks: addFigures(verdicts.map(({ figures }) => figures)),
      figures: { rounds, aborted, 'decided by the other meanwhile': progress },
    };
  },
};

/** Whether a transaction is open in which nothing has happened for a while. */
async function hasSilentTransaction(databaseUrl: string): Promise<boolean> {
  return administer(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
       WHERE state = 'idle in transaction' AND state_change < clock_timestamp() - make_interval(secs => $1)`,
      [silentMs / 2_000],
    );
    return rowCount !== 0;
  });
}
