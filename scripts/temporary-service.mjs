import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './prepare.mjs';

/** Runs the built service on an embedded database while `work` runs. `work` gets the URLs of both. */
export async function withTemporaryService(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'wallet-document-'));
  // Under root, PostgreSQL runs as another user, which needs access to this folder.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const service = spawn(process.execPath, [join(root, 'dist/apps/wallet-api/src/main.js')], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(service, 'exit');
  const stop = async () => {
    service.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const stopAndExit = (signal) => void stop().then(() => process.exit(128 + constants.signals[signal]));
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stopAndExit);
  try {
    const url = `http://127.0.0.1:${port}`;
    await waitUntilReady(url, service);
    return await work(url, databaseUrlOf(dataDir));
  } finally {
    await stop();
    for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, stopAndExit);
  }
}

function databaseUrlOf(dataDir) {
  const [, , , port] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'password'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function waitUntilReady(url, service) {
  while (service.exitCode === null) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the service exited before it was ready');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
