import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { percentile } from './statistics.mjs';

const durability = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** What the figures depend on. Throws when PostgreSQL is not durable: such figures would mean nothing. */
export async function describeMachine({ client, folder }) {
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
    ...takePulse(folder),
  };
}

/** What else happens on the machine, and what a flush costs at this moment: on shared machines it differs tenfold in a day. */
export function takePulse(folder) {
  return { loadAverage: loadavg()[0], fdatasyncMs: measureFdatasync(folder) };
}

async function show(client, setting) {
  const { rows } = await client.query(`SHOW ${setting}`);
  return rows[0][setting];
}

/** What decides over durability and how often everything is written out, and whatever else the cluster was told. */
async function readSettings(client) {
  const { rows } = await client.query(
    `SELECT name, current_setting(name) AS value FROM pg_settings
     WHERE name = ANY($1)
        OR (source = 'configuration file' AND name <> 'dynamic_shared_memory_type'
            AND category ~ '^(Resource Usage|Write-Ahead Log|Query Tuning)')
     ORDER BY array_position($1, name), name`,
    [[...Object.keys(durability), 'wal_sync_method', 'shared_buffers', 'max_wal_size', 'checkpoint_timeout']],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** What PostgreSQL does at each commit: one page is written over, and then flushed to the disk. */
function measureFdatasync(folder) {
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
