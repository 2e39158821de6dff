import { setTimeout as sleep } from 'node:timers/promises';
import { Journal } from '@app/ledger';
import { Client } from 'pg';
import { installTrigger } from '../support/install-trigger.js';
import { keepKillingConnections, killConnections } from '../support/kill-connections.js';
import { keyOf, topup } from '../support/postings.js';
import { startService, type TestService } from '../support/test-service.js';
import type { Answer } from '../support/wallet-client.js';

let service: TestService;
let owner: Client;

beforeEach(async () => {
  service = await startService({ journal: { lanes: 1, queueLength: 100, retryForMs: 3_000 } });
  owner = new Client({ connectionString: service.database.url });
  await owner.connect();
});

afterEach(async () => {
  await service.audit();
  await owner.end();
  await service.close();
});

const count = async (where: string): Promise<number> => {
  const { rows } = await owner.query<{ count: string }>(`SELECT count(*) FROM transactions WHERE ${where}`);
  return Number(rows[0]?.count);
};

/** Makes every transaction with this reference fail inside the database, like an unforeseen posting. */
const poison = [
  `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$`,
  `CREATE TRIGGER poison BEFORE INSERT ON transactions FOR EACH ROW WHEN (NEW.reference = 'poison') EXECUTE FUNCTION poison()`,
];

it('answers a poison posting with 500, and commits everything else in its batch', async () => {
  await installTrigger(owner, ...poison);
  const journal = service.app.get(Journal);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) =>
      journal.post(
        topup(`user-${index % 7}`, 1, { reference: index % 20 === 3 ? 'poison' : 'fine' }),
        keyOf(`k-${index}`),
      ),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  for (const [index, { status }] of outcomes.entries()) {
    expect(status).toBe(index % 20 === 3 ? 'rejected' : 'fulfilled');
  }
  expect(await count(`reference = 'fine'`)).toBe(57);

  const answer = await service.client.post(
    '/v1/wallets/alice/GOLD/topup',
    { amount: 1, reference: 'poison' },
    'p',
  );
  expect(answer.status).toBe(500);
  expect(answer.json).toMatchObject({ code: 'internal' });
  expect(answer.text).not.toContain('poisoned');

  // A 500 is not stored: once the cause is gone, the same key does the work.
  await owner.query(`DROP TRIGGER poison ON transactions`);
  const retry = await service.client.post(
    '/v1/wallets/alice/GOLD/topup',
    { amount: 1, reference: 'poison' },
    'p',
  );
  expect(retry.status).toBe(201);
});

it('loses nothing and doubles nothing while its connections are killed under load', async () => {
  const operations = 1_500;
  const stopKilling = keepKillingConnections(owner, { table: 'transactions', maxCommits: 4 });

  let next = 0;
  let unanswered = 0;
  const decided: Answer[] = [];
  const caller = async () => {
    while (next < operations) {
      const index = next++;
      for (;;) {
        const answer = await service.client.post(
          `/v1/wallets/user-${index % 50}/GOLD/topup`,
          { amount: 1 + (index % 9) },
          `key-${index}`,
        );
        if (answer.status === 201) {
          decided.push(answer);
          break;
        }
        expect(answer.status).toBe(503);
        unanswered++;
      }
    }
  };
  await Promise.all(Array.from({ length: 32 }, caller));
  const kills = await stopKilling();
  process.stdout.write(
    `${kills} connections killed, ${unanswered} answers were 503, all resolved by a retry\n`,
  );

  expect(kills).toBeGreaterThan(5);
  expect(new Set(decided.map(({ json }) => json.id)).size).toBe(operations);
  expect(await count(`client_id <> 'seed'`)).toBe(operations);
});

it('sheds requests beyond the queue with 503 and Retry-After, and executes the rest', async () => {
  await owner.query(`BEGIN; LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE`);
  const answers = Array.from({ length: 250 }, (_, index) =>
    service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 }, `key-${index}`),
  );
  const first = await Promise.race(answers);
  expect(first.status).toBe(503);
  expect(first.json).toMatchObject({ code: 'overloaded' });
  expect(Number(first.headers['retry-after'])).toBeGreaterThan(0);
  await owner.query('COMMIT');

  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  const accepted = statuses.filter((status) => status === 201).length;
  expect(accepted + statuses.filter((status) => status === 503).length).toBe(250);
  expect(await count(`user_id = 'alice' AND client_id <> 'seed'`)).toBe(accepted);
  expect(accepted).toBeGreaterThanOrEqual(100);
});

describe('when PostgreSQL does not answer a COMMIT', () => {
  const atCommit = (body: string) =>
    installTrigger(
      owner,
      `CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; RETURN NULL; END $$`,
      `CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit()`,
    );

  it('answers outcome-unknown if it stays away, and a retry with the same key resolves it', async () => {
    await atCommit(`PERFORM pg_sleep(30)`);
    let answered = false;
    const pending = service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k').finally(() => {
      answered = true;
    });
    while (!answered) {
      await killConnections(owner, `query = 'COMMIT'`);
      await sleep(20);
    }
    const answer = await pending;
    expect(answer.status).toBe(503);
    expect(answer.json).toMatchObject({ code: 'outcome-unknown' });
    expect(answer.headers['retry-after']).toBeDefined();

    await owner.query(`DROP TRIGGER at_commit ON transactions`);
    const retry = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k');
    expect(retry.status).toBe(201);
    expect(retry.json).toMatchObject({ balance: 1005 });
  });

  it('does not report success for a COMMIT with a warning', async () => {
    await atCommit(`RAISE WARNING 'canceling wait for synchronous replication'`);
    const answer = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k');
    expect(answer.json).toMatchObject({ status: 503, code: 'outcome-unknown' });
    await owner.query(`DROP TRIGGER at_commit ON transactions`);
    const retry = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k');
    expect(retry.status).toBe(201);
    expect(retry.json).toMatchObject({ balance: 1005 });
    expect(await count(`user_id = 'alice' AND client_id <> 'seed'`)).toBe(1);
  });
});
