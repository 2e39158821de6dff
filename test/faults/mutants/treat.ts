import { setTimeout as sleep } from 'node:timers/promises';
import { Checker, type CheckerVerdict } from '../checker/checker.js';
import { passAll, type PostgresProxy, startPostgresProxy } from '../proxy/postgres-proxy.js';
import { startWallet, type Wallet } from '../support/wallet.js';
import type { Treatment } from './mutants.js';

/** A bounded run: as many operations as this and as many faults as the treatment has, or as long as that. */
const operations = 300;
const withinMs = 20_000;
/** Every so many COMMITs one is met by a fault. */
const spacing = 8;
/** How long a COMMIT is held back before the service is killed: whoever answers before it has done so by then. */
const commitDelayMs = 150;

export interface Patient {
  build: string;
  databaseUrl: string;
  seed: number;
}

/** Puts a build under load and treatment, and lets the checker judge it. The treatment of a sound build finds nothing. */
export async function treat(
  { build, databaseUrl, seed }: Patient,
  treatment: Treatment,
): Promise<CheckerVerdict> {
  const proxy = await startPostgresProxy(Number(new URL(databaseUrl).port));
  const wallets = [await startWallet({ build, databaseUrl: proxy.urlFor(databaseUrl) })];
  if (treatment === 'two instances')
    wallets.push(await startWallet({ build, databaseUrl: proxy.urlFor(databaseUrl) }));
  const checker = new Checker({ seed, users: 10, urls: wallets.map(({ url }) => url), databaseUrl });

  const { intercept, faults, enough } = treatments[treatment](wallets);
  proxy.intercept = intercept;
  const giveUpAt = performance.now() + withinMs;
  checker.load.start(24);
  // Some bugs leave nothing that could be decided: then only the time ends it.
  await checker.load.until(operations, withinMs / 5);
  while (faults() < enough && performance.now() < giveUpAt) await sleep(20);
  proxy.intercept = passAll;
  await checker.load.stop();
  const verdict = await checker.settle({ withinMs: 2_000 });
  for (const wallet of wallets) await wallet.kill();
  await proxy.close();
  return verdict;
}

interface TreatmentInProgress {
  intercept: PostgresProxy['intercept'];
  /** How many there were, and how many it takes. */
  faults: () => number;
  enough: number;
}

const treatments: Record<Treatment, (wallets: Wallet[]) => TreatmentInProgress> = {
  'two instances': () => ({ intercept: passAll, faults: () => 0, enough: 0 }),

  // By turns before PostgreSQL hears of it, and before the service hears that it is done.
  'cuts at COMMIT': () => {
    let commits = 0;
    let faults = 0;
    const cut = () => {
      faults++;
      return 'cut-before' as const;
    };
    return {
      faults: () => faults,
      enough: 4,
      intercept: ({ direction, type, sql, tag }) => {
        if (direction === 'frontend' && type === 'Q' && sql === 'COMMIT') {
          return ++commits % spacing === 0 ? cut() : 'pass';
        }
        return tag === 'COMMIT' && commits % spacing === spacing / 2 ? cut() : 'pass';
      },
    };
  },

  'kills at COMMIT': ([wallet]) => {
    let restarting: Promise<unknown> | undefined;
    let commits = 0;
    let faults = 0;
    return {
      faults: () => faults,
      enough: 2,
      intercept: async ({ direction, type, sql }) => {
        const isCommit = direction === 'frontend' && type === 'Q' && sql === 'COMMIT';
        if (!isCommit || ++commits % (2 * spacing) !== 0) return 'pass';
        await sleep(commitDelayMs);
        await restarting;
        await wallet?.kill();
        faults++;
        restarting = wallet?.restart();
        return 'cut-before';
      },
    };
  },
};
