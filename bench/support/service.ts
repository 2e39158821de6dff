import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startTimeoutMs = 20_000;
const stopTimeoutMs = 10_000;

export interface Service {
  url: string;
  pid: number | undefined;
  startMs: number;
  memoryMb: () => Memory | undefined;
  /** Throws if the process has ended. */
  requireAlive: () => void;
  stop: () => Promise<void>;
}

/** Resident memory; `private` excludes what is shared with other processes, and only Linux reports it. */
export interface Memory {
  now: number;
  peak: number;
  private?: number;
}

interface Program {
  args: string[];
  env: Record<string, string>;
  logFile: string;
  cwd: string;
}

/** Starts a service as it would run in production, and waits until it listens. */
export async function startService({ args, env, logFile, cwd }: Program): Promise<Service> {
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
  const url = `http://127.0.0.1:${port}`;
  const requireAlive = () => {
    if (child.exitCode === null && child.signalCode === null) return;
    throw new Error(`${args.at(-1) ?? ''} exited:\n${lastLines(logFile)}`);
  };
  try {
    await waitUntilListening(url, requireAlive);
  } catch (error) {
    await stop(child, exited);
    throw error;
  }
  return {
    url,
    pid: child.pid,
    startMs: performance.now() - spawnedAt,
    memoryMb: () => residentMb(child.pid),
    requireAlive,
    stop: () => stop(child, exited),
  };
}

async function waitUntilListening(url: string, requireAlive: () => void): Promise<void> {
  for (const giveUpAt = Date.now() + startTimeoutMs; Date.now() < giveUpAt;) {
    requireAlive();
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer) return;
    await sleep(20);
  }
  throw new Error(`no service listens on ${url} after ${startTimeoutMs} ms`);
}

async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

/** `undefined` where the system does not report it. */
export function residentMb(pid: number | undefined): Memory | undefined {
  try {
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
      const megabytes = (field: string) => {
        const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
        if (kilobytes === undefined) throw new Error(`no ${field} in the status of ${String(pid)}`);
        return Number(kilobytes) / 1024;
      };
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM'), private: megabytes('RssAnon') };
    }
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
    return { now, peak: now };
  } catch {
    return undefined;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
