import { ShardMap } from '@app/accounts';
import { AuditSchedule, CapabilityRegistry, Journal } from '@app/ledger';
import { DataSource } from 'typeorm';
import { runAudit } from '../../../libs/ledger/src/verification/run-audit.js';
import { VerifiedPlaces } from '../../../libs/ledger/src/verification/verified-places.js';
import { forge } from '../../support/forge.js';
import { keyOf, topup } from '../../support/postings.js';
import { withClient } from '../../support/server/with-client.js';
import { startService, type TestService } from '../../support/test-service.js';

/** Scheduled audits go on where the last one ended. */
const dayMs = 86_400_000;

let service: TestService;
beforeEach(async () => {
  service = await startService();
  await post(5);
});
afterEach(() => service.close());

async function post(count: number): Promise<void> {
  const journal = service.app.get(Journal);
  for (let number = 0; number < count; number++) await journal.post(topup('alice', 1), keyOf());
}

const asOwner = (sql: string) =>
  withClient(service.database.url, async (owner) => (await owner.query<Record<string, unknown>>(sql)).rows);

/** Changes balances of alice without an entry. */
const change = (by: number) =>
  forge(service.database, `UPDATE accounts SET balance = balance + ${by} WHERE owner_id = 'alice'`);

/** Lets the scheduler believe that the audits so far began some days earlier. */
async function auditAfter(days: number): Promise<void> {
  await asOwner(`UPDATE ledger_verifications SET started_at = started_at - interval '${days} days'`);
  await service.app.get(AuditSchedule, { strict: false }).auditIfDue(dayMs);
}

/** The latest audit: its scope, whether it found the ledger intact, and how many entries and transactions it read. */
async function latest(): Promise<unknown> {
  const [run] = await asOwner(`
    SELECT scope, bool_and((invariant ->> 'ok')::boolean) AS ok,
           max((invariant ->> 'checked')::int) FILTER (WHERE invariant ->> 'name' = 'hash-chain') AS entries,
           max((invariant ->> 'checked')::int) FILTER (WHERE invariant ->> 'name' = 'transactions-balanced') AS transactions
    FROM (SELECT * FROM ledger_verifications ORDER BY id DESC LIMIT 1) AS run, jsonb_array_elements(invariants) AS invariant
    GROUP BY scope`);
  return run;
}

const places = async () => asOwner(`SELECT shard, place FROM verified_places WHERE place > 0 ORDER BY shard`);
const heads = async () =>
  asOwner(`SELECT shard, last AS place FROM shard_heads WHERE last > 0 ORDER BY shard`);

it('is full at first, then reads only what was written since, and is full again after a week', async () => {
  const seeded = { ok: true, scope: 'full' };
  await auditAfter(0);
  expect(await latest()).toMatchObject(seeded);
  expect(await places()).toEqual(await heads());

  await post(3);
  await auditAfter(1);
  expect(await latest()).toEqual({ scope: 'new', ok: true, entries: 6, transactions: 3 });
  expect(await places()).toEqual(await heads());

  await auditAfter(1);
  expect(await latest()).toEqual({ scope: 'new', ok: true, entries: 0, transactions: 0 });

  await auditAfter(7);
  expect(await latest()).toMatchObject(seeded);
});

it('keeps what it has verified when it is stopped, and goes on from there', async () => {
  await auditAfter(0);
  await post(5);
  const stopping = new AbortController();
  const queryRunner = service.app.get(DataSource).createQueryRunner();
  const verified = service.app.get(VerifiedPlaces, { strict: false });
  const stopped = runAudit(queryRunner, {
    invariants: service.app.get(CapabilityRegistry, { strict: false }).invariants,
    shards: service.app.get(ShardMap, { strict: false }).all,
    stepTimeoutMs: 0,
    signal: stopping.signal,
    places: {
      of: (shard) => verified.of(shard),
      set: async (shard, place, before) => {
        await verified.set(shard, place, before);
        if (place !== before) stopping.abort(new Error('stopped'));
      },
    },
    scope: 'new',
    partSize: 2,
  });
  await expect(stopped).rejects.toThrow('stopped');
  await queryRunner.release();

  await auditAfter(1);
  expect(await latest()).toEqual({ scope: 'new', ok: true, entries: 6, transactions: 3 });
  expect(await places()).toEqual(await heads());
});

it('finds a violation again until it is gone, and then reads the shard from its beginning', async () => {
  await auditAfter(0);
  await post(1);
  await change(1);
  for (let times = 0; times < 2; times++) {
    await auditAfter(1);
    expect(await latest()).toMatchObject({ scope: 'new', ok: false });
  }
  await change(-1);
  await auditAfter(1);
  const [shard] = await asOwner(
    `SELECT count(*)::int AS transactions FROM transactions
     WHERE shard = (SELECT shard FROM accounts WHERE owner_id = 'alice' LIMIT 1)`,
  );
  expect(await latest()).toMatchObject({ scope: 'new', ok: true, ...shard });
  expect(await places()).toEqual(await heads());
});

it('is full again after a full audit found a violation, until one finds none', async () => {
  await change(1);
  for (let times = 0; times < 2; times++) {
    await auditAfter(1);
    expect(await latest()).toMatchObject({ scope: 'full', ok: false });
  }
  await change(-1);
  await auditAfter(1);
  expect(await latest()).toMatchObject({ scope: 'full', ok: true });
  await auditAfter(1);
  expect(await latest()).toMatchObject({ scope: 'new', ok: true });
});

it('finds that records are gone which were verified before', async () => {
  await auditAfter(0);
  await forge(
    service.database,
    `UPDATE shard_heads SET last = last - 1 WHERE last > 0 AND shard = (SELECT shard FROM accounts WHERE owner_id = 'alice' LIMIT 1)`,
  );
  await auditAfter(1);
  expect(await latest()).toMatchObject({ scope: 'new', ok: false });
});

it('does not overwrite what a full audit has recorded meanwhile', async () => {
  const verified = service.app.get(VerifiedPlaces, { strict: false });
  await verified.set(0, '0');
  await verified.set(0, '7', '5');
  expect(await verified.of(0)).toBe('0');
  await verified.set(0, '7', '0');
  expect(await verified.of(0)).toBe('7');
});

it('rests after each snapshot, and can be stopped then', async () => {
  const stopping = new AbortController();
  const queryRunner = service.app.get(DataSource).createQueryRunner();
  let snapshots = 0;
  const resting = runAudit(queryRunner, {
    invariants: service.app.get(CapabilityRegistry, { strict: false }).invariants,
    shards: service.app.get(ShardMap, { strict: false }).all,
    stepTimeoutMs: 0,
    signal: stopping.signal,
    places: {
      of: () => Promise.resolve('0'),
      set: () => {
        snapshots++;
        setImmediate(() => {
          stopping.abort();
        });
        return Promise.resolve();
      },
    },
    // The rest would take hours.
    load: 1e-6,
  });
  await expect(resting).rejects.toThrow('aborted');
  expect(snapshots).toBe(1);
  await queryRunner.release();
});
