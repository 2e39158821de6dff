import { setTimeout as sleep } from 'node:timers/promises';
import { WalletClient } from '../../support/wallet-client.js';
import { Checker } from '../checker/checker.js';
import { startPostgresProxy } from '../proxy/postgres-proxy.js';
import type { Campaign } from '../runner/campaign.js';
import { startWallet } from '../support/wallet.js';

/** More reads than the pool has connections, for longer than any caller waits for one. */
const slowReads = 24;
const heldForMs = 6_000;

export const campaign: Campaign = {
  name: 'starved-pool',
  title: 'slow reads hold every connection when the writers lose theirs: clear refusals, then recovery',
  quick: false,
  // The lanes connect to the nodes of Citus past a proxy.
  needs: ['distributed'],
  run: async ({ seed, createDatabase }) => {
    const { url: databaseUrl } = await createDatabase();
    const proxy = await startPostgresProxy(databaseUrl);
    const wallet = await startWallet({ databaseUrl: proxy.urlFor(databaseUrl) });
    const checker = new Checker({ seed, users: 30, urls: [wallet.url], databaseUrl });
    const reader = new WalletClient(wallet.url);
    checker.load.start(16);
    const rounds = 3;
    for (let round = 0; round < rounds; round++) {
      await checker.load.until(100);
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      let cut = false;
      // Statements of users wait; the next batch loses its connection and needs another.
      proxy.intercept = async ({ direction, type, sql }) => {
        if (direction !== 'frontend') return 'pass';
        if (type === 'B' && sql.includes('FROM entries') && !sql.includes('INSERT')) await held;
        if (type !== 'Q' || sql !== 'COMMIT' || cut) return 'pass';
        cut = true;
        return 'cut-before';
      };
      const reads = Array.from({ length: slowReads }, () => reader.get('/v1/wallets/alice/GOLD/entries'));
      await sleep(heldForMs);
      release();
      const statuses = (await Promise.all(reads)).map(({ status }) => status);
      if (statuses.some((status) => status !== 200 && status !== 503)) {
        throw new Error(`reads were answered with ${[...new Set(statuses)].join(', ')}`);
      }
      await checker.load.until(100);
    }
    await checker.load.stop();
    const answers = checker.answers();
    const { figures: checks, broken } = await checker.resolveAndCheck();
    reader.close();
    if ((await wallet.stop()) !== 0) broken.push('the service did not live through it');
    await proxy.close();
    return { broken, checks, figures: { rounds, 'slow reads': slowReads, ...onlyFailures(answers) } };
  },
};

function onlyFailures(answers: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !/^(201|422) /.test(name)));
}
