import { ShardMap, ShardPlacement } from '@app/accounts';
import { Journal } from '@app/ledger';
import { Client } from 'pg';
import { untilWaiting } from '../support/lock-waits.js';
import { keyOf, topup } from '../support/postings.js';
import { startService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: Client;
let laneLock: [number, number];
beforeAll(async () => {
  service = await startService({ journal: { lanes: 1 } });
  // Each placement group has a lane if there are several, and is locked on the node that has its rows.
  const placement = service.app.get(ShardPlacement);
  const group = placement.of(service.app.get(ShardMap).of('lina'));
  // "lane" in ASCII; see `lock-lane.ts`.
  laneLock = [0x6c616e65, placement.groups.length * 1024 + placement.groups.indexOf(group)];
  owner = new Client({ connectionString: (group.dataSource.options as { url: string }).url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await service.close();
});

it('takes the batch once the other instance is done, including requests that arrived while it waited', async () => {
  const journal = service.app.get(Journal);
  // It is queued when `post` returns, which a request over HTTP would not show.
  const post = (key: string) => journal.post(topup('lina', 1), keyOf(key));
  await owner.query('BEGIN');
  await owner.query('SELECT pg_advisory_xact_lock($1, $2)', laneLock);
  const first = post('turn-0');
  await untilWaiting(owner, 1);
  const more = Array.from({ length: 20 }, (_, index) => post(`turn-${index + 1}`));
  await owner.query('COMMIT');

  const outcomes = await Promise.all([first, ...more]);
  expect(outcomes.map(({ replayed }) => replayed)).toEqual(outcomes.map(() => false));
  const { rows } = await owner.query<{ batches: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS batches FROM transactions WHERE idempotency_key LIKE 'turn-%'`,
  );
  expect(rows).toEqual([{ batches: 1 }]);
  await service.audit();
});

it('gives up waiting for its turn without any effect', async () => {
  const impatient = await startService({
    database: service.database,
    journal: { lanes: 1, queueTimeoutMs: 2_000 },
  });
  await owner.query('BEGIN');
  await owner.query('SELECT pg_advisory_xact_lock($1, $2)', laneLock);
  const answer = await impatient.client.post('/v1/wallets/lina/GOLD/topup', { amount: 1 }, 'no-turn');
  expect(answer.status).toBe(503);
  expect(answer.json).toMatchObject({ code: 'overloaded' });
  await owner.query('COMMIT');
  await impatient.close();

  const again = await service.client.post('/v1/wallets/lina/GOLD/topup', { amount: 1 }, 'no-turn');
  expect(again.status).toBe(201);
  expect(again.headers['idempotency-replayed']).toBeUndefined();
  await service.audit();
});
