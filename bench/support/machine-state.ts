import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { percentile } from './statistics.js';

/** How busy the machine is, and what a flush costs now: on shared machines that differs tenfold within a day. */
export interface MachineState {
  loadAverage: number;
  fdatasyncMs: { p50: number; p99: number };
}

/** What the figures depend on. */
export interface Machine extends MachineState {
  cores: number;
  processor: string;
  memoryMb: number;
  node: string;
  postgres: string;
  settings: Record<string, string>;
}

const durability = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** Throws if PostgreSQL is not durable: such figures would be meaningless. */
export async function describeMachine({
  client,
  folder,
}: {
  client: Client;
  folder: string;
}): Promise<Machine> {
  for (const [setting, wanted] of Object.entries(durability)) {
    const actual = await show(client, setting);
    if (actual !== wanted)
      throw new Error(`PostgreSQL has ${setting} = ${actual}; only durable commits count here`);
  }
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 2 ** 20),
    node: process.versions.node,
    postgres: await show(client, 'server_version'),
    settings: await readSettings(client),
    ...readMachineState(folder),
  };
}

export function readMachineState(folder: string): MachineState {
  return { loadAverage: loadavg()[0] ?? NaN, fdatasyncMs: measureFdatasync(folder) };
}

async function show(client: Client, setting: string): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
  return rows[0]?.[setting] ?? 'unknown';
}

/** The settings that decide about durability and checkpoints, and whatever else the cluster was configured with. */
async function readSettings(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT name, current_setting(name) AS value FROM pg_settings
     WHERE name = ANY($1)
        OR (source = 'configuration file' AND name <> 'dynamic_shared_memory_type'
            AND category ~ '^(Resource Usage|Write-Ahead Log|Query Tuning)')
     ORDER BY array_position($1, name), name`,
    [[...Object.keys(durability), 'wal_sync_method', 'shared_buffers', 'max_wal_size', 'checkpoint_timeout']],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** What PostgreSQL does at each commit: overwrites one page and flushes it to the disk. */
function measureFdatasync(folder: string): MachineState['fdatasyncMs'] {
  const file = join(folder, 'fdatasync');
  const page = Buffer.alloc(8192, 1);
  const descriptor = openSync(file, 'w');
  try {
    const times = Array.from({ length: 200 }, () => {
      const startedAt = performance.now();
      writeSync(descriptor, page, 0, page.length, 0);
      fdatasyncSync(descriptor);
      return performance.now() - startedAt;
    });
    return { p50: percentile(times, 50), p99: percentile(times, 99) };
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
