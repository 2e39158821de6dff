import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { administer } from './databases.js';
import { root } from './paths.js';
import { residentMb } from './service.js';

const verifyProgram = join(root, 'dist', 'apps', 'wallet-api', 'src', 'process', 'commands', 'verify.js');

/** How often the memory of the audit is sampled. */
const sampleMs = 200;

/** `npm run verify` on this database: `ok`, or `FAILED` after printing what it found. */
export async function audit(databaseUrl: string): Promise<'ok' | 'FAILED'> {
  try {
    await promisify(execFile)(process.execPath, [verifyProgram], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    return 'ok';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    console.error(stdout, stderr);
    return 'FAILED';
  }
}

export interface AuditCost {
  ok: boolean;
  seconds: number;
  /** The peaks of the program and of its backend; `undefined` where the system does not report them. */
  serviceMb: number | undefined;
  postgresMb: number | undefined;
  temporaryMb: number;
}

/** Runs `npm run verify`, shows what it prints, and measures its time, memory and temporary files. */
export async function measureAudit(databaseUrl: string): Promise<AuditCost> {
  return administer(databaseUrl, async (client) => {
    const temporaryBefore = await readTemporaryMb(client);
    const startedAt = performance.now();
    const child = spawn(process.execPath, [verifyProgram], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const exited = once(child, 'exit');
    let serviceMb: number | undefined;
    let postgresMb: number | undefined;
    while (child.exitCode === null && child.signalCode === null) {
      serviceMb = higher(serviceMb, residentMb(child.pid)?.peak);
      for (const pid of await readBackends(client)) postgresMb = higher(postgresMb, residentMb(pid)?.private);
      await sleep(sampleMs);
    }
    const [code] = (await exited) as [number | null];
    const seconds = (performance.now() - startedAt) / 1000;
    // A backend reports its usage when it ends.
    await sleep(1_000);
    const temporaryMb = (await readTemporaryMb(client)) - temporaryBefore;
    return { ok: code === 0, seconds, serviceMb, postgresMb, temporaryMb };
  });
}

async function readBackends(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'wallet-command%'`,
  );
  return rows.map(({ pid }) => pid);
}

async function readTemporaryMb(client: Client): Promise<number> {
  const { rows } = await client.query<{ temp_bytes: string }>(
    `SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.temp_bytes) / 2 ** 20;
}

function higher(before: number | undefined, now: number | undefined): number | undefined {
  if (now === undefined || before === undefined) return now ?? before;
  return Math.max(before, now);
}
