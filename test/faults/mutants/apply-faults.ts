import { setTimeout as sleep } from 'node:timers/promises';
import { Checker, type CheckerVerdict } from '../checker/checker.js';
import { passAll, type PostgresProxy, startPostgresProxy } from '../proxy/postgres-proxy.js';
import { startWallet, type Wallet } from '../support/wallet.js';
import type { FaultPlan } from './mutants.js';

/** A run ends after this many operations and the faults of its plan, or after this time. */
const operations = 300;
const withinMs = 20_000;
/** One fault per this many COMMITs. */
const commitsPerFault = 8;
/** Delay between COMMIT and SIGKILL: enough for a premature answer to leave the service. */
const commitDelayMs = 150;

/** The build under test, with its database. */
export interface Target {
  build: string;
  databaseUrl: string;
  seed: number;
}

/** Runs a build under load and faults, and returns the checker's verdict. A correct build passes every plan. */
export async function applyFaults(
  { build, databaseUrl, seed }: Target,
  faultPlan: FaultPlan,
): Promise<CheckerVerdict> {
  const proxy = await startPostgresProxy(databaseUrl);
  const wallets = [await startWallet({ build, databaseUrl: proxy.urlFor(databaseUrl) })];
  if (faultPlan === 'two instances' || faultPlan === 'lapses')
    wallets.push(await startWallet({ build, databaseUrl: proxy.urlFor(databaseUrl) }));
  const checker = new Checker({
    ...{ seed, users: 10, payments: true, lives: true },
    urls: wallets.map(({ url }) => url),
    databaseUrl,
  });

  const { intercept, faults, enough } = faultPlans[faultPlan](wallets);
  proxy.intercept = intercept;
  const giveUpAt = performance.now() + withinMs;
  checker.load.start(24);
  // With some bugs no operation gets an answer; only the time limit ends those runs.
  await checker.load.until(operations, withinMs / 5);
  while (faults() < enough && performance.now() < giveUpAt) await sleep(20);
  proxy.intercept = passAll;
  await checker.load.stop();
  const verdict = await checker.resolveAndCheck({ withinMs: 2_000 });
  for (const wallet of wallets) await wallet.kill();
  await proxy.close();
  return verdict;
}

interface RunningPlan {
  intercept: PostgresProxy['intercept'];
  /** Faults injected so far, and how many the plan needs. */
  faults: () => number;
  enough: number;
}

const faultPlans: Record<FaultPlan, (wallets: Wallet[]) => RunningPlan> = {
  'two instances': () => ({ intercept: passAll, faults: () => 0, enough: 0 }),

  lapses: () => {
    const startedAt = performance.now();
    return {
      intercept: passAll,
      faults: () => performance.now() - startedAt,
      // Holds live for a second, and a user who is left alone has four steps.
      enough: 4_000,
    };
  },

  // Alternates: before COMMIT reaches PostgreSQL, and before its answer reaches the service.
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
          return ++commits % commitsPerFault === 0 ? cut() : 'pass';
        }
        return tag === 'COMMIT' && commits % commitsPerFault === commitsPerFault / 2 ? cut() : 'pass';
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
        if (!isCommit || ++commits % (2 * commitsPerFault) !== 0) return 'pass';
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
