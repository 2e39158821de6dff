import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import type { Campaign } from '../runner/campaign.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { administer, isServing, type Postgres } from '../support/postgres.js';
import { startWallet } from '../support/wallet.js';

const diskSize = '160m';
const fullForMs = 4_000;

export const campaign: Campaign = {
  name: 'disk-full',
  title: 'the disk of PostgreSQL fills up under load: what was acknowledged stays, and with room it goes on',
  quick: false,
  needs: ['server-process', 'tmpfs'],
  run: async ({ seed, folder, log }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    run('mount', ['-t', 'tmpfs', '-o', `size=${diskSize}`, 'tmpfs', disk]);
    try {
      const { postgres, databaseUrl } = await startDurableDatabase(disk, {
        settings: { max_wal_size: '32MB', min_wal_size: '32MB' },
      });
      const wallet = await startWallet({ databaseUrl });
      const checker = new Checker({ seed, users: 60, urls: [wallet.url], databaseUrl });
      checker.load.start(16);
      const rounds = 3;
      let downs = 0;
      for (let round = 1; round <= rounds; round++) {
        await checker.load.until(100);
        fill(disk);
        const died = await writeUntilDiskFull(postgres);
        rmSync(join(disk, 'filler'));
        await untilServing(postgres);
        await checker.load.until(100);
        if (died) downs++;
        log(`full ${round} of ${rounds} times, PostgreSQL ${died ? 'went down' : 'stayed up'}`);
      }
      await checker.load.stop();
      const { figures: checks, broken } = await checker.resolveAndCheck();
      if ((await wallet.stop()) !== 0) broken.push('the service did not live through it');
      const complaints =
        readFileSync(postgres.logFile, 'utf8').match(/No space left on device/g)?.length ?? 0;
      if (complaints === 0) broken.push('PostgreSQL has not noticed that its disk was full');
      await postgres.stop();
      return {
        broken,
        checks,
        figures: { rounds, 'went down': downs, 'no space': complaints },
      };
    } finally {
      run('umount', ['--lazy', disk]);
    }
  },
};

/** Fills the disk completely, even while others write. */
function fill(disk: string): void {
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) appendFileSync(join(disk, 'filler'), block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** PostgreSQL keeps reusing old WAL files; switching to new ones exposes the full disk. Returns whether it went down. */
async function writeUntilDiskFull({ url }: Postgres): Promise<boolean> {
  let died = false;
  for (const giveUpAt = performance.now() + fullForMs; performance.now() < giveUpAt;) {
    await administer(url, (client) => client.query('SELECT pg_switch_wal()')).catch(() => {
      died = true;
    });
    await sleep(100);
  }
  return died;
}

/** A server that cannot even recover stays down until it is started. */
async function untilServing(postgres: Postgres): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    if (await isServing(postgres.url)) return;
    await sleep(50);
  }
  await postgres.stop();
  await postgres.start();
}

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
