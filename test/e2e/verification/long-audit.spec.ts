import { ShardMap } from '@app/accounts';
import { CapabilityRegistry } from '@app/ledger';
import { DataSource } from 'typeorm';
import { runAudit } from '../../../libs/ledger/src/verification/run-audit.js';
import { type HeldTables, holdTables } from '../../support/held-tables.js';
import { endPrograms, startProgram, untilReady } from '../../support/service-process.js';
import { startService, type TestService } from '../../support/test-service.js';
import { type Answer, WalletClient } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { asOwner } from '../support/owner.js';
import { instant } from '../support/shapes.js';

/**
 * A lock on a table that an audit reads late makes it slow; PostgreSQL ends a wait for a lock after 8 s. The first two instances
 * answer early, the third waits for the report.
 */
const path = '/v1/ledger/verification';
let first: ContractService;
let second: ContractService;
let third: TestService;
let held: HeldTables | undefined;

beforeAll(async () => {
  first = await startContractService({ verification: { answerWithinMs: 400 } });
  second = await startContractService({ database: first.database, verification: { answerWithinMs: 400 } });
  third = await startService({ database: first.database });
  // An audit must begin within that time too, which opening its first connection can exceed.
  for (const { client } of [first, second]) while ((await client.get(path)).status === 503);
  await untilEnded(third);
});
afterEach(async () => {
  await release();
  await endPrograms();
});
afterAll(async () => {
  await first.audit();
  await third.close();
  await second.close();
  await first.close();
});

async function startSlowAudit(): Promise<{ tables: HeldTables; answer: Answer }> {
  const tables = await hold();
  const answer = await first.client.get(path);
  await tables.untilWaiting(1);
  return { tables, answer };
}

const hold = async (): Promise<HeldTables> => (held = await holdTables(first.database, 'wallet_freezes'));

async function release(): Promise<void> {
  await held?.release();
  held = undefined;
}

interface Progress {
  state: string;
  running: boolean;
  startedAt: string | null;
  steps: number;
  stepsDone: number;
  report: { ok: boolean; checkedAt: string } | null;
}

const progressAt = async ({ client }: TestService) => (await client.get(`${path}/progress`)).json as Progress;

async function untilEnded(service: TestService): Promise<Progress> {
  for (;;) {
    const progress = await progressAt(service);
    if (!progress.running) return progress;
  }
}

it('answers 202 with its progress while running, and every instance reports how it ends', async () => {
  const { answer } = await startSlowAudit();
  expect([answer.status, answer.headers['location']]).toEqual([202, `${path}/progress`]);
  expect(answer.json).toEqual({
    startedAt: instant,
    progress: { steps: expect.any(Number) as number, stepsDone: expect.any(Number) as number },
  });
  const { startedAt } = answer.json as { startedAt: string };
  for (const service of [first, second]) {
    expect(await progressAt(service)).toMatchObject({ state: 'running', running: true, startedAt });
  }
  await release();
  const ended = await untilEnded(second);
  expect(ended).toMatchObject({ state: 'finished', startedAt, stepsDone: ended.steps });
  expect(ended.report).toMatchObject({ ok: true, checkedAt: startedAt });
  expect(await progressAt(first)).toEqual(ended);
});

it('runs once for any number of callers on either instance', async () => {
  const { tables, answer } = await startSlowAudit();
  const others = await Promise.all([first, first, second, second].map(({ client }) => client.get(path)));
  expect(others.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  const started = [answer, ...others].map(({ json }) => (json as { startedAt: string }).startedAt);
  expect(new Set(started).size).toBe(1);
  const waiting = third.client.get(path);
  expect(await tables.waiting('wallet-api-reports')).toBe(1);
  await release();
  // It waited for the audit of another instance and returns its report.
  expect((await waiting).json).toMatchObject({ ok: true, checkedAt: started[0] });
});

it('starts again once the previous one has ended', async () => {
  const { json } = await third.client.get(path);
  const again = await third.client.get(path);
  expect(again.status).toBe(200);
  expect((again.json as { checkedAt: string }).checkedAt).not.toBe((json as { checkedAt: string }).checkedAt);
});

it('fails if its connection ends, and keeps the previous report available', async () => {
  await third.client.get(path);
  const { report } = await progressAt(first);
  await hold();
  const answer = third.client.get(path);
  await held?.untilWaiting(1);
  await asOwner(
    first.database,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'wallet-api-reports' AND wait_event_type = 'Lock'`,
  );
  expectProblem(await answer, 'database-unavailable');
  expect(await progressAt(second)).toMatchObject({ state: 'failed', running: false, report });
  await release();
  expect((await third.client.get(path)).status).toBe(200);
});

it('is lost if its instance dies, and another one can start', async () => {
  const program = await startProgram({
    env: { DATABASE_URL: first.database.url, SEED_DEMO: 'true', LOG_LEVEL: 'silent' },
  });
  await untilReady(program);
  await hold();
  const client = new WalletClient(program.url);
  const answer = client.get(path).catch(() => undefined);
  await held?.untilWaiting(1);
  expect((await progressAt(first)).state).toBe('running');
  program.child.kill('SIGKILL');
  await Promise.all([answer, program.exit]);
  client.close();
  // PostgreSQL notices within two seconds, although the table is still locked.
  expect((await untilEnded(first)).state).toBe('lost');
  await release();
  expect((await third.client.get(path)).status).toBe(200);
});

it('fails if its instance is stopped', async () => {
  const leaving = await startService({ database: first.database, verification: { answerWithinMs: 400 } });
  await hold();
  expect((await leaving.client.get(path)).status).toBe(202);
  await leaving.close();
  expect((await progressAt(first)).state).toBe('failed');
});

it('can be aborted between two steps, where a cancellation would find no statement', async () => {
  const queryRunner = first.app.get(DataSource).createQueryRunner();
  const leaving = new AbortController();
  const done: number[] = [];
  const audit = runAudit(queryRunner, {
    invariants: first.app.get(CapabilityRegistry, { strict: false }).invariants,
    shards: first.app.get(ShardMap, { strict: false }).all,
    stepTimeoutMs: 0,
    signal: leaving.signal,
    afterStep: async ({ stepsDone }) => {
      done.push(stepsDone);
      leaving.abort(new Error('given up'));
      await Promise.resolve();
    },
  });
  await expect(audit).rejects.toThrow('given up');
  expect(done).toEqual([1]);
  await queryRunner.release();
});

it('answers 503 if no slot becomes free in time', async () => {
  const tables = await holdTables(first.database, 'transactions');
  const scans = [1, 2].map((limit) => first.client.get(`/v1/transactions?asset=GOLD&limit=${limit}`));
  await tables.untilWaiting(2);
  expectProblem(await first.client.get(path), 'overloaded');
  await tables.release();
  await Promise.all(scans);
});
