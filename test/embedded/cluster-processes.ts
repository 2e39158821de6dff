import type { ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedCluster } from '@app/database';
import { Client } from 'pg';

export interface Report {
  url: string;
  owned: boolean;
  error?: string;
  messages: string[];
}

export interface Starter {
  process: ChildProcess;
  report: Promise<Report>;
}

export async function sql(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, string>>(text)).rows;
  } finally {
    await client.end();
  }
}

export async function notes(url: EmbeddedCluster['url']): Promise<(string | undefined)[]> {
  return (await sql(url, 'TABLE notes')).map(({ text }) => text);
}

export async function settingsOf(url: string): Promise<Record<string, string | undefined>> {
  const rows = await sql(url, 'SELECT name, setting FROM pg_settings');
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting] as const)) as Record<
    string,
    string
  >;
}

export function postmasterPid(folder: string): number {
  return Number(fs.readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function commandLineOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}

/** A killed server that its new parent does not reap stays behind as a zombie. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !fs.existsSync('/proc/self') || commandLineOf(pid) !== '';
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((done) => child.once('exit', done));
}

export async function stopStarter({ process: child }: Starter): Promise<void> {
  child.stdin?.end();
  await ended(child);
}

export async function kill({ process: child }: Starter): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
}

/** Servers that a failed test left running, even without a pid file. */
export async function killServersBelow(folder: string): Promise<void> {
  for (const pid of new Set([...pidsInFiles(folder), ...pidsInCommandLines(folder)])) {
    process.kill(pid, 'SIGQUIT');
    while (isRunning(pid)) await sleep(20);
  }
}

function pidsInFiles(folder: string): number[] {
  if (fs.existsSync('/proc/self') || !fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'postmaster.pid')
    .map((file) => postmasterPid(dirname(dirname(join(folder, file)))))
    .filter((pid) => pid !== process.pid && isRunning(pid));
}

function pidsInCommandLines(folder: string): number[] {
  if (!fs.existsSync('/proc/self')) return [];
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && commandLineOf(pid).includes(join(folder, '/')));
}
