import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyProgram } from './audit.mjs';
import { administer } from './databases.mjs';
import { residentMb } from './service.mjs';

/** How often the memory of the audit is looked at. */
const sampleMs = 200;

/** Runs `npm run verify`, shows what it prints, and gives how long it took and what it needed. */
export async function measureAudit(databaseUrl) {
  return administer(databaseUrl, async (client) => {
    const temporaryBefore = await temporaryMb(client);
    const startedAt = performance.now();
    const child = spawn(process.execPath, [verifyProgram], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const exited = once(child, 'exit');
    const peaks = await watch(child, client);
    const [code] = await exited;
    const seconds = (performance.now() - startedAt) / 1000;
    // A backend reports what it used when it ends.
    await sleep(1_000);
    return { ok: code === 0, seconds, ...peaks, temporaryMb: (await temporaryMb(client)) - temporaryBefore };
  });
}

async function watch(child, client) {
  let [serviceMb, postgresMb] = [undefined, undefined];
  for (; child.exitCode === null && child.signalCode === null; await sleep(sampleMs)) {
    serviceMb = higher(serviceMb, residentMb(child.pid)?.peak);
    for (const pid of await backends(client)) postgresMb = higher(postgresMb, residentMb(pid)?.private);
  }
  return { serviceMb, postgresMb };
}

async function backends(client) {
  const { rows } = await client.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'wallet-command%'`,
  );
  return rows.map(({ pid }) => pid);
}

async function temporaryMb(client) {
  const { rows } = await client.query(
    `SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0].temp_bytes) / 2 ** 20;
}

function higher(before, now) {
  if (now === undefined || before === undefined) return now ?? before;
  return Math.max(before, now);
}
