import { setTimeout as sleep } from 'node:timers/promises';
import { AuditSchedule } from '@app/ledger';
import { Client } from 'pg';
import { startService } from '../../support/test-service.js';
import { startTwoInstances, type TwoInstances } from '../../support/two-instances.js';

let instances: TwoInstances;
let owner: Client;
beforeAll(async () => {
  instances = await startTwoInstances();
  owner = new Client({ connectionString: instances.first.database.url });
  await owner.connect();
});
afterAll(async () => {
  await instances.first.audit();
  await owner.end();
  await instances.stop();
  await instances.drop();
});

/** Both instances ask at once whether an audit is due. */
async function askBoth(everyMs: number): Promise<void> {
  await Promise.all(
    [instances.first, instances.second].map(({ app }) =>
      app.get(AuditSchedule, { strict: false }).auditIfDue(everyMs),
    ),
  );
}

/** The ids of the runs are counted without gaps. */
async function runsSoFar(): Promise<number> {
  const { rows } = await owner.query<{ runs: number }>(
    `SELECT coalesce(max(id), 0)::int AS runs FROM ledger_verifications`,
  );
  return rows[0]?.runs ?? 0;
}

const hourMs = 3_600_000;

it('audits a ledger that was never audited, once for both instances', async () => {
  expect(await runsSoFar()).toBe(0);
  await askBoth(hourMs);
  expect(await runsSoFar()).toBe(1);
});

it('does not audit again before the period is over, even if the audit was asked for by a caller', async () => {
  await instances.second.client.get('/v1/ledger/verification');
  const before = await runsSoFar();
  await askBoth(hourMs);
  expect(await runsSoFar()).toBe(before);
});

it('audits again when the period is over, or when the audit was lost with its instance', async () => {
  const before = await runsSoFar();
  await owner.query(`UPDATE ledger_verifications SET started_at = started_at - interval '2 hours'`);
  await askBoth(hourMs);
  expect(await runsSoFar()).toBe(before + 1);

  await owner.query(
    `UPDATE ledger_verifications SET state = 'running', duration_ms = NULL, backend_pid = 0 WHERE id = ${before + 1}`,
  );
  await askBoth(hourMs);
  expect(await runsSoFar()).toBe(before + 2);
});

it('audits by itself if a period is set', async () => {
  const { database } = instances.first;
  const before = await runsSoFar();
  const scheduled = await startService({ database, verification: { everyMs: 1_000 } });
  while ((await runsSoFar()) < before + 2) await sleep(50);
  await scheduled.close();
  const { rows } = await owner.query<{ state: string }>(
    `SELECT state FROM ledger_verifications ORDER BY id LIMIT 1`,
  );
  expect(rows[0]?.state).toBe('finished');
});
