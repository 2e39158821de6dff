import {
  type DifferingAccount,
  Journal,
  rebuildBalances,
  type RebuildReport,
  Verification,
} from '@app/ledger';
import { postgresOptions } from '@app/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { keyOf, spend, topup } from '../support/postings.js';
import { endPrograms, runProgram } from '../support/service-process.js';
import { startService, type TestService } from '../support/test-service.js';

/** The operator's repair: recomputes accounts from their entries, but never covers up a forged history. */
let service: TestService;
let owner: Client;
let dataSource: DataSource;
/** The report of the last rebuild in this process. */
let differences: DifferingAccount[];

beforeEach(async () => {
  service = await startService();
  const journal = service.app.get(Journal);
  await journal.post(topup('alice', 100), keyOf());
  await journal.post(spend('alice', 30), keyOf());
  owner = new Client({ connectionString: service.database.url });
  await owner.connect();
  // Disables triggers and foreign keys in this session.
  await owner.query(`SET session_replication_role = replica`);
  dataSource = await new DataSource(
    postgresOptions({
      url: service.database.url,
      poolSize: 2,
      as: 'owner',
      applicationName: 'wallet-rebuild',
    }),
  ).initialize();
});

afterEach(async () => {
  await endPrograms();
  await dataSource.destroy();
  await owner.end();
  await service.close();
});

const aliceGold = `(SELECT id FROM accounts WHERE owner_id = 'alice' AND asset_code = 'GOLD')`;

function command(...args: string[]) {
  const env = { DATABASE_URL: service.database.url };
  return runProgram({ program: 'commands/rebuild-balances', args, env });
}

function rebuild(options: { apply: boolean }): Promise<RebuildReport> {
  differences = [];
  return rebuildBalances(dataSource, { ...options, report: (account) => differences.push(account) });
}

/** Every account with the location of its row, which reveals even an UPDATE without changes. */
async function accounts(): Promise<unknown[]> {
  const { rows } = await owner.query<object>(`SELECT ctid, * FROM accounts ORDER BY shard, id`);
  return rows;
}

async function auditFinds(): Promise<string[]> {
  const { invariants } = await service.app.get(Verification).verify();
  return invariants.filter(({ ok }) => !ok).map(({ name }) => name);
}

it('finds and changes nothing in a consistent ledger', async () => {
  const before = await accounts();
  const healthy = { code: 0, output: 'Every account matches its entries.\n' };
  expect(await command()).toEqual(healthy);
  expect(await command('--apply')).toEqual(healthy);
  expect(await accounts()).toEqual(before);
});

it('reports differences with exit code 2, and repairs them only on request', async () => {
  await owner.query(`UPDATE accounts SET balance = balance + 1 WHERE id = ${aliceGold}`);
  const tampered = await accounts();
  const difference =
    /^user alice GOLD \(shard \d+, account [0-9a-f-]{36}\): balance is 1071, its entries say 1070$/m;

  const dryRun = await command();
  expect(dryRun.output).toMatch(difference);
  expect(dryRun.output).toMatch(/\n1 accounts differ from their entries; nothing was changed\.\n$/);
  expect(dryRun.code).toBe(2);
  expect(await accounts()).toEqual(tampered);
  expect(await auditFinds()).toEqual(['balances-equal-entries', 'assets-balanced']);

  const repair = await command('--apply');
  expect(repair.output).toMatch(difference);
  expect(repair.output).toMatch(/\nRepaired 1 of 1 accounts that differed\.\n$/);
  expect(repair.code).toBe(0);
  await service.audit();
});

const wrong: [field: keyof DifferingAccount['stored'], sql: string][] = [
  ['balance', `balance = balance - 1`],
  ['version', `version = version + 1`],
  ['headHash', `head_hash = (SELECT hash FROM entries WHERE account_id = accounts.id AND version = 1)`],
  ['updatedAt', `updated_at = updated_at - interval '1 day'`],
];

it.each(wrong)('repairs a wrong %s and nothing else', async (field, sql) => {
  const healthy = (await accounts()).map(withoutPlace);
  await owner.query(`UPDATE accounts SET ${sql} WHERE id = ${aliceGold}`);
  expect(await rebuild({ apply: true })).toEqual({ differing: 1, repaired: 1, faults: [] });
  expect(differences).toHaveLength(1);
  const [{ stored, recomputed }] = differences as [DifferingAccount];
  expect({ ...stored, [field]: recomputed[field] }).toEqual(recomputed);
  expect((await accounts()).map(withoutPlace)).toEqual(healthy);
  await service.audit();
});

function withoutPlace(row: unknown): object {
  return { ...(row as Record<string, unknown>), ctid: undefined };
}

it('restores every account of users and of the system after all are lost', async () => {
  for (let user = 0; user < 1_200; user += 100) await manyTopups(user, user + 100);
  const healthy = (await accounts()).map(withoutPlace);
  await owner.query(
    `UPDATE accounts SET balance = 0, version = 0, updated_at = created_at,
                         head_hash = account_genesis_hash(shard, id, owner_kind, owner_id, asset_code)`,
  );
  expect(await auditFinds()).toContain('balances-equal-entries');

  const { differing, repaired } = await rebuild({ apply: true });
  expect(repaired).toBe(differing);
  expect(repaired).toBeGreaterThan(1_200);
  expect((await accounts()).map(withoutPlace)).toEqual(healthy);
  await service.audit();
});

async function manyTopups(from: number, to: number): Promise<void> {
  const journal = service.app.get(Journal);
  const users = Array.from({ length: to - from }, (_, index) => `user-${from + index}`);
  await Promise.all(users.map((user) => journal.post(topup(user, 5), keyOf())));
}

const ofSpend = `(shard, place) = (SELECT shard, place FROM transactions WHERE type = 'spend')`;
const forgeries: [forgery: string, sql: string, finding: string][] = [
  [
    'an entry is missing',
    `DELETE FROM entries WHERE account_id = ${aliceGold} AND version = 2`,
    'entries-gapless',
  ],
  [
    'an amount was rewritten with consistent sums',
    `UPDATE entries SET amount = sign(amount) * 29, balance_after = balance_after + sign(amount) * -1
     WHERE ${ofSpend}`,
    'hash-chain',
  ],
  [
    'an intermediate balance was negative',
    `UPDATE entries SET balance_after = -1 WHERE account_id = ${aliceGold} AND version = 2`,
    'entries-consecutive',
  ],
  [`a reference was rewritten`, `UPDATE transactions SET reference = 'x' WHERE type = 'spend'`, 'hash-chain'],
  [
    'one side of a transaction is missing',
    `DELETE FROM entries WHERE ${ofSpend} AND amount > 0`,
    'transactions-balanced',
  ],
  [
    'its end was truncated',
    `DELETE FROM idempotency_keys WHERE transaction_id = (SELECT id FROM transactions WHERE type = 'spend');
     DELETE FROM entries WHERE ${ofSpend};
     DELETE FROM transactions WHERE type = 'spend'`,
    'heads-in-their-chain',
  ],
  [
    'a transaction was removed without its entries',
    `DELETE FROM transactions WHERE type = 'spend'`,
    'hash-chain',
  ],
];

it.each(forgeries)('refuses to rebuild from a history where %s', async (_forgery, sql, finding) => {
  await owner.query(sql);
  await owner.query(`UPDATE accounts SET balance = balance + 1 WHERE id = ${aliceGold}`);
  const before = await accounts();
  const { differing, repaired, faults } = await rebuild({ apply: true });
  expect(faults.map(({ name }) => name)).toContain(finding);
  expect(differing).toBeGreaterThan(0);
  expect(repaired).toBe(0);
  expect(await accounts()).toEqual(before);
});

it('explains to the operator why it refuses', async () => {
  await owner.query(`UPDATE transactions SET reference = 'x' WHERE type = 'spend'`);
  const { code, output } = await command('--apply');
  expect(output).toMatch(/^FAIL {2}shard \d+: hash-chain, \d+ violations\n {8}[0-9a-f-]{36}#\d+$/m);
  expect(output).toMatch(/The entries of these shards are corrupt/);
  expect(code).toBe(2);
});

it('skips a broken shard and repairs the others', async () => {
  await owner.query(`UPDATE transactions SET reference = 'x' WHERE type = 'spend'`);
  await owner.query(`UPDATE accounts SET balance = balance + 1 WHERE owner_id IN ('alice', 'bob')`);
  const { differing, repaired, faults } = await rebuild({ apply: true });
  // Alice has four assets, bob three; they live in different shards.
  expect({ differing, repaired }).toEqual({ differing: 7, repaired: 3 });
  expect(faults.map(({ name }) => name)).toEqual(['hash-chain']);
});

it('reports unknown arguments', async () => {
  const { code, output } = await command('--force');
  expect({ code, output }).toEqual({
    code: 1,
    output: 'wallet: unknown argument --force: the only one is --apply, which repairs accounts that differ\n',
  });
});

it('finds no difference under full load, and disturbs no caller', async () => {
  let running = true;
  const failures: unknown[] = [];
  const callers = Array.from({ length: 16 }, async (_, caller) => {
    while (running) {
      const { status, text } = await service.client.post(`/v1/wallets/user-${caller % 8}/GOLD/topup`, {
        amount: 1,
      });
      if (status !== 201) failures.push(text);
    }
  });
  for (let round = 0; round < 4; round++) {
    const { differing, faults } = await rebuild({ apply: round % 2 === 1 });
    expect({ differing, faults }).toEqual({ differing: 0, faults: [] });
  }
  running = false;
  await Promise.all(callers);
  expect(failures).toEqual([]);
  await service.audit();
});

it('includes entries appended between its check and its lock', async () => {
  await owner.query(`UPDATE accounts SET updated_at = updated_at - interval '1 day' WHERE id = ${aliceGold}`);
  const { posting, rebuilding } = await postBetweenLookAndLock();
  expect(await posting).toMatchObject({ transaction: { userId: 'alice' } });
  expect(await rebuilding).toMatchObject({ differing: 1, repaired: 1 });
  await service.audit();
});

it('changes nothing if the service has meanwhile built on a wrong balance', async () => {
  await owner.query(`UPDATE accounts SET balance = balance + 5 WHERE id = ${aliceGold}`);
  const { posting, rebuilding } = await postBetweenLookAndLock();
  await expect(rebuilding).rejects.toThrow(
    /Entry [0-9a-f-]{36}#4 was meanwhile written on top of a wrong account/,
  );
  await posting;
  expect(await auditFinds()).toContain('balances-equal-entries');
  // From now on the history is broken.
  expect((await rebuild({ apply: true })).faults).not.toEqual([]);
});

/** Queues a posting, and behind it a rebuild that has not seen it, for the lock on alice's account. */
async function postBetweenLookAndLock() {
  await owner.query(`BEGIN`);
  await owner.query(`SELECT FROM accounts WHERE id = ${aliceGold} FOR UPDATE`);
  const posting = service.app.get(Journal).post(topup('alice', 7), keyOf());
  await untilWaiting(1);
  const rebuilding = rebuild({ apply: true });
  // Handles a rejection that arrives before the await.
  rebuilding.catch(() => undefined);
  await untilWaiting(2);
  await owner.query(`COMMIT`);
  return { posting, rebuilding };
}

async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    // Inside a transaction, statistics are cached.
    await owner.query(`SELECT pg_stat_clear_snapshot()`);
    const { rows } = await owner.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows[0]!.waiting === count) return;
  }
}
