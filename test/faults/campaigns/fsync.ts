import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import type { Campaign } from '../runner/campaign.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { type Postgres, untilServing } from '../support/postgres.js';
import { startWallet } from '../support/wallet.js';

const slowForMs = 5_000;
const delayMs = 150;

export const campaign: Campaign = {
  name: 'fsync',
  title: 'a disk that syncs slowly, and one whose fsync fails: nothing that was acknowledged is lost',
  quick: false,
  needs: ['server-process', 'strace', 'proc'],
  run: async ({ seed, folder, log }) => {
    const { postgres, databaseUrl } = await startDurableDatabase(folder);
    const wallet = await startWallet({ databaseUrl });
    const checker = new Checker({ seed, users: 60, urls: [wallet.url], databaseUrl });
    checker.load.start(48);
    await checker.load.until(300);

    const slow = await inject(postgres, `delay_enter=${delayMs}ms`);
    const before = checker.load.decisions;
    await sleep(slowForMs);
    const whileSlow = checker.load.decisions - before;
    await detach(slow);
    log(`${whileSlow} operations decided in ${slowForMs} ms, each fsync ${delayMs} ms late`);

    const rounds = 5;
    for (let round = 1; round <= rounds; round++) {
      await checker.load.until(100);
      const panics = countPanics(postgres);
      const failing = await inject(postgres, 'error=EIO:when=2');
      while (countPanics(postgres) === panics) await sleep(20);
      await detach(failing);
      await untilServing(postgres.url);
      await checker.load.until(100);
      log(`PostgreSQL met EIO ${round} of ${rounds} times`);
    }
    await checker.load.stop();
    const { figures: checks, broken } = await checker.resolveAndCheck();
    if (whileSlow === 0) broken.push('nothing was decided while the disk was slow');
    if ((await wallet.stop()) !== 0) broken.push('the service did not live through it');
    return { broken, checks, figures: { 'decided on a slow disk': whileSlow, 'EIO rounds': rounds } };
  },
};

/** Injects the fault into fdatasync of every current and future process of the server. */
async function inject(postgres: Postgres, fault: string): Promise<ChildProcess> {
  const pid = postgres.postmasterPid();
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const targets = [String(pid), ...children].flatMap((target) => ['-p', target]);
  const strace = spawn(
    'strace',
    ['-f', '-e', 'trace=fdatasync', '-e', `inject=fdatasync:${fault}`, ...targets],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  // It reports once attached. Its output must be drained, or it blocks when the pipe is full.
  await once(strace.stderr, 'data');
  strace.stderr.resume();
  return strace;
}

async function detach(strace: ChildProcess): Promise<void> {
  strace.kill('SIGTERM');
  if (strace.exitCode === null && strace.signalCode === null) await once(strace, 'exit');
}

function countPanics({ logFile }: Postgres): number {
  return readFileSync(logFile, 'utf8').match(/PANIC/g)?.length ?? 0;
}
