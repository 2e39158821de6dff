import { UserRegistration } from '@app/users';
import { Client } from 'pg';
import { keepKillingConnections } from '../support/kill-connections.js';
import { untilWaiting } from '../support/lock-waits.js';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { startService, type TestService } from '../support/test-service.js';

/** Registrations and freezes, which run outside the journal, while the database fails. */
let service: TestService;
let owner: Client;

beforeEach(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.url });
  await owner.connect();
});

afterEach(async () => {
  await service.audit();
  await owner.end();
  await service.close();
});

const freeze = (userId: string, on = service) =>
  on.client.post(`/v1/users/${userId}/freeze`, { reason: 'a test' });

async function count(sql: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`);
  return rows[0]!.count;
}

whereServerHas(
  'distributed',
  () => {
    it('retries a freeze that was the victim of a deadlock', async () => {
      const ids = await owner.query<{ id: string }>(
        `SELECT id FROM accounts WHERE owner_id = 'alice' ORDER BY id`,
      );
      const [first, last] = [ids.rows.at(0)!.id, ids.rows.at(-1)!.id];
      // A session that waits longer than its deadlock_timeout checks for deadlocks and aborts its transaction if it finds one.
      await owner.query(
        `BEGIN; SET LOCAL deadlock_timeout = '1h'; SELECT FROM accounts WHERE id = '${last}' FOR UPDATE`,
      );
      const answer = freeze('alice');
      await untilWaiting(owner, 1);
      await owner.query(`SELECT FROM accounts WHERE id = '${first}' FOR UPDATE`);
      await owner.query('COMMIT');
      expect((await answer).status).toBe(200);
      expect(await count(`wallet_freezes WHERE user_id = 'alice'`)).toBe(1);
    });

    describe('when only the answer to COMMIT is lost', () => {
      let proxy: LossyProxy;
      let behindProxy: TestService;
      beforeEach(async () => {
        proxy = await startLossyProxy(service.database.url);
        behindProxy = await startService({ database: { ...service.database, url: proxy.url } });
        proxy.loseNextCommit();
      });
      afterEach(async () => {
        expect(proxy.lost()).toBe(1);
        await behindProxy.close();
        await proxy.close();
      });

      it('answers 201 to the registration of a new user', async () => {
        const answer = await behindProxy.client.post('/v1/users', { userId: 'carol' });
        expect(answer.status).toBe(201);
        expect(await count(`transactions WHERE user_id = 'carol'`)).toBe(1);
      });

      it('does not mistake its first attempt for another sign-up with the same id', async () => {
        const registration = behindProxy.app.get(UserRegistration, { strict: false });
        let times = 0;
        const registered = await registration.registerNew({ userId: 'carol', metadata: {} }, () => {
          times++;
          return Promise.resolve();
        });
        expect(registered).toBe(true);
        expect(times).toBe(1);
        expect(await count(`transactions WHERE user_id = 'carol'`)).toBe(1);
      });

      it('records a freeze once', async () => {
        expect((await freeze('alice', behindProxy)).status).toBe(200);
        expect(await count(`wallet_freezes WHERE user_id = 'alice'`)).toBe(1);
      });
    });

    it('does not report success for a COMMIT with a warning; a retry resolves it', async () => {
      await owner.query(`
    CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication'; RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON wallet_freezes DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION at_commit()`);
      const answer = await freeze('alice');
      expect(answer.json).toMatchObject({ status: 503, code: 'outcome-unknown' });
      expect(answer.headers['retry-after']).toBeDefined();
      expect((await freeze('alice')).status).toBe(200);
      expect(await count(`wallet_freezes WHERE user_id = 'alice'`)).toBe(1);
    });
  },
  'the service connects to the nodes past a proxy, and their shards take no trigger of the owner',
);

it('resolves every request by retries while connections are killed', async () => {
  const shortRetries = await startService({ database: service.database, journal: { retryForMs: 100 } });
  const stopKilling = keepKillingConnections(owner, { table: 'wallet_freezes', maxCommits: 6 });
  let unanswered = 0;
  const retryUntilDecided = async (path: string, body: object) => {
    for (;;) {
      const { status } = await shortRetries.client.post(path, body);
      if (status === 200 || status === 201) return;
      expect(status).toBe(503);
      unanswered++;
    }
  };
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const userId = `user-${index}`;
      await retryUntilDecided('/v1/users', { userId });
      for (let times = 0; times < 5; times++) {
        await retryUntilDecided(`/v1/users/${userId}/freeze`, { reason: 'a test' });
        await retryUntilDecided(`/v1/users/${userId}/unfreeze`, { reason: 'a test' });
      }
    }),
  );
  const kills = await stopKilling();
  process.stdout.write(
    `${kills} connections killed, ${unanswered} answers were 503, all resolved by a retry\n`,
  );
  await shortRetries.close();
  expect(kills).toBeGreaterThan(5);
  expect(await count(`users`)).toBe(8);
  expect(await count(`wallet_freezes`)).toBe(80);
  expect(await count(`transactions WHERE client_id = '@welcome'`)).toBe(8);
});
