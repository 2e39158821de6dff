import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { measureSlowness } from './measure-slowness.mjs';

const folderPrefix = 'wallet-test-';

/**
 * One PostgreSQL for the whole run: an embedded one, real except for durability (the tests of durability start separate clusters),
 * or the one that `TEST_DATABASE_URL` names. Jest does not transform the imports of this file, so it uses the build, which some
 * tests start as a process anyway.
 */
export default async function globalSetup() {
  ensureBuilt();
  const { prepareDatabases } = await import('../../dist/test/support/server/prepare-databases.js');
  const server = await openServer();
  globalThis.closeTestServer = server.close;
  const connectOnce = () => inSession(server.url, 'SHOW server_version');
  process.stdout.write(`PostgreSQL ${(await connectOnce()).server_version}\n`);
  // Jest runs no teardown after a failed setup.
  await prepareDatabases(server).catch(async (error) => {
    await server.close();
    throw error;
  });
  process.env.TEST_CLUSTER_URL = server.url;
  process.env.TEST_PREFIX = server.prefix;

  const slowness = await measureSlowness({ connectOnce });
  process.env.TEST_SLOWNESS = String(slowness);
  if (slowness > 1)
    process.stdout.write(`This machine is slow now: time limits are ${slowness.toFixed(1)} times as long.\n`);
}

async function openServer() {
  const { externalUrl, newPrefix } = await import('../../dist/test/support/server/test-server.js');
  const { useExternalServer } = await import('../../dist/test/support/server/external-server.js');
  const { ServerError } = await import('../../dist/test/support/server/server-error.js');
  const given = externalUrl();
  if (given === undefined) return { prefix: newPrefix(), ...(await startCluster()) };
  return useExternalServer(given).catch((error) => {
    if (!(error instanceof ServerError)) throw error;
    // Jest would print a stack trace around the sentence.
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}

async function startCluster() {
  const { startEmbeddedCluster } = await import('../../dist/libs/database/src/index.js');
  await removeLeftovers(startEmbeddedCluster);
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // Started as root, PostgreSQL runs as another user, which needs access.
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedCluster({
    dataDir: join(folder, 'cluster'),
    skipSync: true,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const close = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: cluster.url, close };
}

async function inSession(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0];
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
