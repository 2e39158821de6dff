import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessorSeconds } from '../../load/processor-time.js';
import { administer } from '../../support/databases.js';
import { root } from '../../support/paths.js';
import type { Calibration } from '../calibration.js';

const verifyProgram = join(root, 'dist', 'apps', 'wallet-api', 'src', 'process', 'commands', 'verify.js');

/** How often the processor time of the program is sampled; what it uses after the last sample is not counted. */
const sampleMs = 50;

/** The processor time of `npm run verify` for each transaction of the ledger. Throws if the audit finds anything. */
export async function measureAuditCost(
  databaseUrl: string,
  postmaster: number,
): Promise<Calibration['audit']> {
  const transactions = await countTransactions(databaseUrl);
  const before = readProcessorSeconds({ service: undefined, postmaster }).database;
  const child = spawn(process.execPath, [verifyProgram], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = once(child, 'exit');
  let service = 0;
  while (child.exitCode === null && child.signalCode === null) {
    service = Math.max(service, readProcessorSeconds({ service: child.pid, postmaster }).service);
    await sleep(sampleMs);
  }
  const [code] = (await exited) as [number | null];
  if (code !== 0) throw new Error('the ledger failed its audit');
  const database = readProcessorSeconds({ service: undefined, postmaster }).database - before;
  const each = (seconds: number) => (seconds / transactions) * 1e6;
  return { transactions, serviceUs: each(service), databaseUs: each(database) };
}

function countTransactions(databaseUrl: string): Promise<number> {
  return administer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int FROM transactions');
    return rows[0]?.count ?? NaN;
  });
}
