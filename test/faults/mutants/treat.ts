import { setTimeout as sleep } from 'node:timers/promises';
import { Checker, type CheckerVerdict } from '../checker/checker.js';
import { passAll, type PostgresProxy, startPostgresProxy } from '../proxy/postgres-proxy.js';
import { startWallet, type Wallet } from '../support/wallet.js';
import type { Treatment } from './mutants.js';

/** A bounded run: as many operations as this, or as long as that. */
const operations = 300;
const withinMs = 6_000;
/** Every so many COMMITs one is met by a fault. */
const spacing = 8;

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

  proxy.intercept = interceptors[treatment](wallets);
  checker.load.start(24);
  await checker.load.until(operations, withinMs);
  proxy.intercept = passAll;
  await checker.load.stop();
  const verdict = await checker.settle({ withinMs: 2_000 });
  for (const wallet of wallets) await wallet.kill();
  await proxy.close();
  return verdict;
}

const interceptors: Record<Treatment, (wallets: Wallet[]) => PostgresProxy['intercept']> = {
  'two instances': () => passAll,

  // By turns before PostgreSQL hears of it, and before the service hears that it is done.
  'cuts at COMMIT': () => {
    let commits = 0;
    return ({ direction, type, sql, tag }) => {
      if (direction === 'frontend' && type === 'Q' && sql === 'COMMIT') {
        return ++commits % spacing === 0 ? 'cut-before' : 'pass';
      }
      return tag === 'COMMIT' && commits % spacing === spacing / 2 ? 'cut-before' : 'pass';
    };
  },

  // The pause is what a slow disk would be; whoever answers before COMMIT has done so by then.
  'kills at COMMIT': ([wallet]) => {
    let commits = 0;
    return async ({ direction, type, sql }) => {
      if (direction !== 'frontend' || type !== 'Q' || sql !== 'COMMIT' || ++commits % (4 * spacing) !== 0)
        return 'pass';
      await sleep(20);
      await wallet?.kill();
      void wallet?.restart();
      return 'cut-before';
    };
  },
};
