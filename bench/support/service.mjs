import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startTimeoutMs = 20_000;
const stopTimeoutMs = 10_000;

/** Starts a contestant as a process of its own, as it would run in production, and waits until it listens. */
export async function startService({ args, env, logFile, cwd }) {
  const port = await findFreePort();
  const log = openSync(logFile, 'a');
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  const service = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    memoryMb: () => residentMb(child.pid),
    requireAlive: () => {
      if (child.exitCode === null && child.signalCode === null) return;
      throw new Error(`${args.at(-1)} ended by itself:\n${lastLines(logFile)}`);
    },
    stop: () => stop(child, exited),
  };
  try {
    await untilListening(service);
    service.startMs = performance.now() - spawnedAt;
  } catch (error) {
    await service.stop();
    throw error;
  }
  return service;
}

async function untilListening({ url, requireAlive }) {
  for (const giveUpAt = Date.now() + startTimeoutMs; Date.now() < giveUpAt; await sleep(20)) {
    requireAlive();
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer) return;
  }
  throw new Error(`nothing listens on ${url} after ${startTimeoutMs} ms`);
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

/**
 * Resident memory: now, at its peak, and what of it is shared with nobody (the two only where the system says so: Linux).
 * `undefined` where nothing can be told.
 */
export function residentMb(pid) {
  try {
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const megabytes = (field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024;
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM'), private: megabytes('RssAnon') };
    }
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
    return { now, peak: now };
  } catch {
    return undefined;
  }
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
