import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checker } from '../checker/checker.js';
import type { Campaign } from '../runner/campaign.js';
import { libfaketime } from '../runner/tools.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { administer } from '../support/postgres.js';
import { startWallet } from '../support/wallet.js';

/** The successive offsets of the wall clock. */
const jumps = ['+1h', '+0', '-1h', '+0', '-1h', '+1h', '+0'];

export const campaign: Campaign = {
  name: 'clocks',
  title:
    'the clocks of the service and of PostgreSQL jump by an hour: versions order history, and times never go back',
  quick: false,
  needs: ['server-process', 'faketime'],
  run: async ({ seed, folder, log }) => {
    const clocks = { service: clockIn(folder, 'service'), postgres: clockIn(folder, 'postgres') };
    const { databaseUrl } = await startDurableDatabase(folder, { environment: clocks.postgres.environment });
    const wallet = await startWallet({ databaseUrl, env: clocks.service.environment });
    const checker = new Checker({ seed, users: 30, lives: true, urls: [wallet.url], databaseUrl });
    const broken: string[] = [];
    checker.load.start(16);
    for (const [name, clock] of Object.entries(clocks)) {
      for (const jump of jumps) {
        clock.set(jump);
        await checker.load.until(150);
      }
      log(`the clock of ${name} jumped ${jumps.length} times`);
    }
    // Proves that the clocks jumped: the newest times of the ledger are an hour ahead, and so is the server.
    clocks.postgres.set('+1h');
    const ahead = await administer(databaseUrl, async (client) => {
      const { rows } = await client.query<{ newest: Date; now: Date }>(
        `SELECT (SELECT max(created_at) FROM transactions) AS newest, clock_timestamp() AS now`,
      );
      return [rows[0]!.newest, rows[0]!.now].map((time) => time.getTime() - Date.now() > 3_000_000);
    });
    if (ahead.includes(false))
      broken.push(`a clock has not jumped (service, PostgreSQL: ${ahead.join(', ')})`);
    clocks.postgres.set('+0');
    await checker.load.stop();
    const verdict = await checker.resolveAndCheck();
    broken.push(...verdict.broken);
    if ((await wallet.stop()) !== 0) broken.push('the service did not live through it');
    return { broken, checks: verdict.figures, figures: { jumps: 2 * jumps.length } };
  },
};

/** A wall clock that a process reads from a file. Its monotonic clock is unaffected, as in a real jump. */
function clockIn(folder: string, name: string) {
  const file = join(folder, `clock-${name}`);
  const set = (jump: string) => {
    writeFileSync(file, `${jump}\n`);
  };
  set('+0');
  chmodSync(file, 0o644);
  return {
    set,
    environment: {
      LD_PRELOAD: libfaketime() ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}
