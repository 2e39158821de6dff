import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@app/database';
import { WalletClient } from '../../support/wallet-client.js';
import { Checker } from '../checker/checker.js';
import type { Campaign } from '../runner/campaign.js';
import { stretchedLimit } from '../runner/stretched-limit.js';
import { debianBinaries } from '../runner/tools.js';
import { administer, type Postgres, startPostgres } from '../support/postgres.js';
import { addStandby } from '../support/standby.js';
import { startWallet, type Wallet } from '../support/wallet.js';

const recoversWithinMs = 10_000;

export const campaign: Campaign = {
  name: 'failover',
  title: 'the primary is killed, the synchronous standby promoted: the service finds it, and nothing is lost',
  quick: false,
  needs: ['server-process', 'debian-postgres'],
  run: async ({ seed, folder, log }) => {
    const binaries = debianBinaries() ?? '';
    let primary = await startPostgres({ folder: join(folder, 'one'), binaries });
    await administer(primary.url, (client) => client.query('CREATE DATABASE wallet'));
    await migrate({ url: primary.urlOf('wallet') });
    let standby = await addStandby(primary, { folder: join(folder, 'two'), binaries });

    const hosts = [primary, standby].map(({ port }) => `127.0.0.1:${port}`).join(',');
    const wallet = await startWallet({
      databaseUrl: `postgres://postgres@${hosts}/wallet?target_session_attrs=read-write`,
    });
    const broken = await withoutStandby(wallet, primary, standby);
    const checker = new Checker({ seed, users: 60, urls: [wallet.url], databaseUrl: '' });
    checker.load.start(32);
    const rounds = 4;
    let slowestMs = 0;
    for (let round = 1; round <= rounds; round++) {
      await checker.load.until(300);
      const lost = primary;
      await lost.killPostmaster();
      await administer(standby.url, (client) => client.query('SELECT pg_promote()'));
      const promotedAt = performance.now();
      await checker.load.until(1);
      slowestMs = Math.max(slowestMs, performance.now() - promotedAt);
      log(
        `promotion ${round} of ${rounds}: ${Math.round(performance.now() - promotedAt)} ms to the first success`,
      );
      primary = standby;
      // A copy of the new primary takes over the address of the lost one.
      standby = await addStandby(primary, {
        folder: join(folder, `copy-${round}`),
        binaries,
        port: lost.port,
      });
    }
    await checker.load.until(300);
    await checker.load.stop();
    const verdict = await checker.resolveAndCheck({
      databaseUrl: primary.urlOf('wallet'),
      foreignKeys: /^cancelled$/,
    });
    broken.push(...verdict.broken);
    if (slowestMs > stretchedLimit(recoversWithinMs))
      broken.push(`the first success came ${Math.round(slowestMs)} ms after a promotion`);
    if ((await wallet.stop()) !== 0) broken.push('the service did not live through it');
    return {
      broken,
      checks: verdict.figures,
      figures: {
        promotions: rounds,
        'slowest first success ms': Math.round(slowestMs),
        'cancelled COMMITs': 1,
      },
    };
  },
};

/**
 * While the standby is away, COMMIT waits for it. If an operator cancels that wait, PostgreSQL answers the COMMIT with a WARNING:
 * committed locally, not replicated. The service must not report success, and a retry must find the transaction.
 */
async function withoutStandby(wallet: Wallet, primary: Postgres, standby: Postgres): Promise<string[]> {
  const broken: string[] = [];
  const client = new WalletClient(wallet.url);
  const spend = () => client.post('/v1/wallets/alice/GOLD/spend', { amount: 5 }, 'cancelled');
  await standby.stop();
  const pending = spend();
  let cancelled = 0;
  while (cancelled === 0) {
    cancelled = await administer(primary.url, async (owner) => {
      const { rowCount } = await owner.query(
        `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
      );
      return rowCount ?? 0;
    });
    await sleep(20);
  }
  const answer = await pending;
  if (answer.status !== 503 || answer.json?.code !== 'outcome-unknown') {
    broken.push(`a COMMIT with a WARNING was answered with ${answer.status} ${answer.text}`);
  }
  await standby.start();
  const retry = await spend();
  if (
    retry.status !== 201 ||
    retry.headers['idempotency-replayed'] !== 'true' ||
    retry.json?.balance !== 995
  ) {
    broken.push(`its retry was answered with ${retry.status} ${retry.text}`);
  }
  client.close();
  return broken;
}
