import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import { randomOf } from '../../support/random.js';
import type { Campaign } from '../runner/campaign.js';
import { stretchedLimit } from '../runner/stretched-limit.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { administer, untilServing } from '../support/postgres.js';
import { startWallet } from '../support/wallet.js';

const recoversWithinMs = 10_000;

/** A crashed backend makes PostgreSQL restart and end all sessions. Without its postmaster it stays down. */
export const campaign: Campaign = {
  name: 'kill-postgres',
  title:
    'SIGKILL of a PostgreSQL backend or of its postmaster: the service recovers by itself, and nothing is lost',
  quick: true,
  needs: ['server-process'],
  run: async ({ quick, seed, folder, log }) => {
    const { postgres, databaseUrl } = await startDurableDatabase(folder);
    const wallet = await startWallet({ databaseUrl });
    const pid = wallet.pid();
    const checker = new Checker({ seed, users: 60, urls: [wallet.url], databaseUrl });
    const random = randomOf(seed);
    let slowestMs = 0;
    const untilFirstSuccess = async () => {
      const readyAt = performance.now();
      await checker.load.until(1);
      slowestMs = Math.max(slowestMs, performance.now() - readyAt);
      await checker.load.until(60);
    };

    checker.load.start(32);
    await checker.load.until(200);
    const backends = quick ? 1 : 15;
    for (let round = 0; round < backends; round++) {
      await sleep(random() * 300);
      process.kill(await aBackend(databaseUrl), 'SIGKILL');
      await untilServing(postgres.url);
      await untilFirstSuccess();
    }
    log(`${backends} backends killed, ${checker.unknownSoFar} requests without an answer`);
    const postmasters = quick ? 1 : 15;
    for (let round = 0; round < postmasters; round++) {
      await sleep(random() * 300);
      await postgres.killPostmaster();
      await sleep(random() * 1_000);
      await postgres.start();
      await untilFirstSuccess();
    }
    log(`${postmasters} postmasters killed, ${checker.unknownSoFar} requests without an answer`);
    await checker.load.stop();
    const { figures: checks, broken } = await checker.resolveAndCheck();
    const slowest = Math.round(slowestMs);
    if (slowest > stretchedLimit(recoversWithinMs))
      broken.push(`the first success came ${slowest} ms after PostgreSQL was ready`);
    if (wallet.pid() !== pid || (await wallet.stop()) !== 0)
      broken.push('the service did not live through it');
    return { broken, checks, figures: { backends, postmasters, 'slowest first success ms': slowest } };
  },
};

/** A backend that serves a lane of the journal; a busy one if possible. */
async function aBackend(databaseUrl: string): Promise<number> {
  return administer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = 'wallet' AND application_name = 'wallet-api'
       ORDER BY xact_start NULLS LAST, pid LIMIT 1`,
    );
    if (!rows[0]) throw new Error('the service has no session');
    return rows[0].pid;
  });
}
