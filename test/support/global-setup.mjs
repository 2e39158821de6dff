import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { measureSlowness } from './measure-slowness.mjs';

const folderPrefix = 'wallet-test-';

/**
 * One PostgreSQL for the whole run, with a migrated database that every test file clones. It is real in everything
 * but durability; the tests of durability start clusters of their own. Jest does not transform what this file
 * imports, so that it takes the build, which some tests start as a process anyway.
 */
export default async function globalSetup() {
  ensureBuilt();
  const { migrate, startEmbeddedCluster } = await import('../../dist/libs/database/src/index.js');
  await removeLeftovers(startEmbeddedCluster);

  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // As root PostgreSQL runs as another user, who has to get in here.
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedCluster({
    dataDir: join(folder, 'cluster'),
    skipSync: true,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  globalThis.testCluster = { cluster, folder };
  process.env.TEST_CLUSTER_URL = cluster.url;

  await inSession(cluster.url, (client) => client.query('CREATE DATABASE wallet_template'));
  await migrate({ url: cluster.url.replace(/\/postgres$/, '/wallet_template') });

  const connectOnce = () => inSession(cluster.url, (client) => client.query('SELECT'));
  const slowness = await measureSlowness({ connectOnce });
  process.env.TEST_SLOWNESS = String(slowness);
  if (slowness > 1)
    process.stdout.write(`This machine is slow now: time limits are ${slowness.toFixed(1)} times as long.\n`);
}

async function inSession(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client);
  await client.end();
}

/** A run that was killed leaves its cluster behind; the next run stops it and removes its folder. */
async function removeLeftovers(startEmbeddedCluster) {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    // Starting it takes over what still runs there.
    const cluster = await startEmbeddedCluster({ dataDir: join(folder, 'cluster') }).catch(() => undefined);
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
