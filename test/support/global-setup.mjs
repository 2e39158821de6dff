import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { measureSlowness } from './measure-slowness.mjs';

const folderPrefix = 'wallet-test-';

/**
 * One PostgreSQL for the whole run, with a migrated database that every test file clones. It is real except for durability; the
 * tests of durability start separate clusters. Jest does not transform the imports of this file, so it uses the build, which
 * some tests start as a process anyway.
 *
 * `TEST_DATABASE_URL` names another PostgreSQL, by the URL of its database `postgres` and a login that may create databases.
 * The tests create databases named `wallet_test_…` there, drop them, and touch no other.
 */
export default async function globalSetup() {
  ensureBuilt();
  const { migrate, startEmbeddedCluster } = await import('../../dist/libs/database/src/index.js');
  await removeLeftovers(startEmbeddedCluster);

  const { url, stop } = await openCluster(startEmbeddedCluster);
  const template = `wallet_test_template_${randomBytes(4).toString('hex')}`;
  await inSession(url, async (client) => {
    const { rows } = await client.query('SHOW server_version');
    process.stdout.write(`PostgreSQL ${rows[0].server_version}\n`);
    await client.query(`CREATE DATABASE ${template}`);
  });
  globalThis.closeTestCluster = async () => {
    await inSession(url, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
    await stop();
  };
  await migrate({ url: url.replace(/\/postgres$/, `/${template}`) });
  process.env.TEST_CLUSTER_URL = url;
  process.env.TEST_TEMPLATE = template;

  const connectOnce = () => inSession(url, (client) => client.query('SELECT'));
  const slowness = await measureSlowness({ connectOnce });
  process.env.TEST_SLOWNESS = String(slowness);
  if (slowness > 1)
    process.stdout.write(`This machine is slow now: time limits are ${slowness.toFixed(1)} times as long.\n`);
}

async function openCluster(startEmbeddedCluster) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    if (!given.endsWith('/postgres')) throw new Error('TEST_DATABASE_URL must end in /postgres');
    return { url: given, stop: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // Started as root, PostgreSQL runs as another user, which needs access.
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedCluster({
    dataDir: join(folder, 'cluster'),
    skipSync: true,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: cluster.url, stop };
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
    // Starting takes over a server still running there.
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
