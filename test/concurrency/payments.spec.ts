import { randomUUID } from 'node:crypto';
import { Journal, type Outcome } from '@app/ledger';
import { claimPayment } from '@app/payments';
import { Client } from 'pg';
import { countDeadlocks } from '../support/deadlocks.js';
import { keyOf, topup } from '../support/postings.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Two instances with different lanes, credited for the same payments at once. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  expect(await countDeadlocks(instances.owner)).toBe(0);
  await instances.drop();
});

const paid = (id: string) => ({ provider: 'steam', id, environment: 'live' as const });

const topUp = (turn: number, userId: string, body: object, key?: string): Promise<Answer> =>
  instances.inTurn(turn).client.post(`/v1/wallets/${userId}/GOLD/topup`, body, key);

const codeOf = ({ status, json }: Answer): unknown => (status === 201 ? 201 : json.code);

async function creditsOf(
  prefix: string,
): Promise<{ payments: number; owners: number; transactions: number }> {
  const { rows } = await instances.owner.query(
    `SELECT (SELECT count(*)::int FROM payments WHERE id LIKE $1 || '%') AS payments,
            (SELECT count(*)::int FROM payment_owners WHERE id LIKE $1 || '%') AS owners,
            (SELECT count(*)::int FROM transactions WHERE reference LIKE $1 || '%') AS transactions`,
    [prefix],
  );
  return rows[0];
}

it('credits one payment once under 50 keys of two users', async () => {
  for (const round of [1, 2, 3, 4, 5]) {
    const id = `race-${round}`;
    const body = { amount: 5, reference: id, payment: paid(id) };
    const users = Array.from({ length: 50 }, (_, index) => (index % 4 < 2 ? 'alice' : 'bob'));
    const answers = await Promise.all(users.map((userId, index) => topUp(index, userId, body)));
    const winner = answers.findIndex(({ status }) => status === 201);
    const { userId, id: transactionId } = answers[winner]!.json as { userId: string; id: string };
    for (const [index, answer] of answers.entries()) {
      if (index === winner) continue;
      expect({ status: answer.status, code: answer.json.code as unknown }).toEqual({
        status: 422,
        code: 'payment-already-credited',
      });
      expect(answer.json.transactionId).toBe(users[index] === userId ? transactionId : undefined);
    }
    expect(await creditsOf(id)).toEqual({ payments: 1, owners: 1, transactions: 1 });
  }
});

it('credits payments that cross in opposite order once each, without a deadlock', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `cross-${String(index).padStart(2, '0')}`);
  const writers = Array.from({ length: 6 }, (_, writer) => {
    const order = writer % 2 === 0 ? ids : ids.toReversed();
    return Promise.all(
      order.map((id) => topUp(writer, `writer-${writer}`, { amount: 1, reference: id, payment: paid(id) })),
    );
  });
  const answers = (await Promise.all(writers)).flat();
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(ids.length);
  expect(new Set(answers.map(codeOf))).toEqual(new Set([201, 'payment-already-credited']));
  expect(await creditsOf('cross-')).toEqual({ payments: 60, owners: 60, transactions: 60 });
});

it('leaves the payment of a refused posting to another user, between instances and inside one batch', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `refused-${index}`);
  await topUp(0, 'full', { amount: Number.MAX_SAFE_INTEGER, reference: 'x', payment: paid('full') });
  const answers = await Promise.all(
    ids.flatMap((id, index) => {
      const body = { amount: 5, reference: id, payment: paid(id) };
      return [topUp(index, 'full', body), topUp(index + (index % 4 < 2 ? 0 : 1), `free-${index % 5}`, body)];
    }),
  );
  const [refused, credited] = [answers.filter((_, i) => i % 2 === 0), answers.filter((_, i) => i % 2 === 1)];
  expect(credited.map(codeOf)).toEqual(ids.map(() => 201));
  for (const answer of refused) {
    expect(['balance-limit-exceeded', 'payment-already-credited']).toContain(codeOf(answer));
  }
  expect(await creditsOf('refused-')).toEqual({ payments: 40, owners: 40, transactions: 40 });
});

it('gives the payment to the first posting of a batch that passes, even if another reserved it', async () => {
  const journal = instances.first.app.get(Journal);
  const shardOf = async (userId: string) =>
    (await instances.owner.query<{ shard: number }>(`SELECT wallet_shard($1) AS shard`, [userId])).rows[0]!
      .shard;
  const shard = await shardOf('full');
  const mates: string[] = [];
  for (let index = 0; mates.length < 2; index++) {
    if ((await shardOf(`mate-${index}`)) === shard) mates.push(`mate-${index}`);
  }
  const claims = [claimPayment(paid('one-batch'), 'live')];
  const post = (userId: string): Promise<Outcome> =>
    journal.post(topup(userId, 5, { isPaidFor: true, claims, reference: 'one-batch' }), keyOf());
  const blocker = journal.post(topup(mates[0]!, 1), keyOf());
  const outcomes = await Promise.all([post('full'), post(mates[0]!), post(mates[1]!), post(mates[0]!)]);
  await blocker;
  expect(outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal : 'credited'))).toEqual([
    expect.objectContaining({ code: 'balance-limit-exceeded' }),
    'credited',
    { code: 'payment-already-credited' },
    { code: 'payment-already-credited', transactionId: expect.any(String) },
  ]);
  const { rows } = await instances.owner.query(`SELECT user_id FROM payment_owners WHERE id = 'one-batch'`);
  expect(rows).toEqual([{ user_id: mates[0] }]);
});

it('claims nothing for a replayed refusal, even while the payment is credited elsewhere', async () => {
  const body = { amount: 5, reference: 'replayed', payment: paid('replayed') };
  const keys = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all(keys.map((key, index) => topUp(index, 'full', body, key)));
  expect(await creditsOf('replayed')).toEqual({ payments: 0, owners: 0, transactions: 0 });
  const replays = await Promise.all(keys.map((key, index) => topUp(index + 1, 'full', body, key)));
  expect(replays.map(({ headers }) => headers['idempotency-replayed'])).toEqual(keys.map(() => 'true'));
  expect(await creditsOf('replayed')).toEqual({ payments: 0, owners: 0, transactions: 0 });
  expect(codeOf(await topUp(0, 'bob', body))).toBe(201);
});

it('keeps no reservation of a session that ends between the claim and COMMIT', async () => {
  const holder = new Client({ connectionString: instances.first.database.url });
  await holder.connect();
  await topUp(0, 'carol', { amount: 1 });
  await holder.query('BEGIN');
  await holder.query(
    `SELECT FROM accounts WHERE owner_kind = 'user' AND owner_id = 'carol' AND asset_code = 'GOLD' FOR UPDATE`,
  );
  const body = { amount: 5, reference: 'killed', payment: paid('killed') };
  const pending = topUp(0, 'carol', body, 'killed');
  const waiting = `SELECT pid FROM pg_stat_activity
                   WHERE application_name = 'wallet-api' AND wait_event_type = 'Lock' AND datname = current_database()`;
  const owner = instances.owner;
  while ((await owner.query(waiting)).rows.length === 0);
  await owner.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS waiting`);
  // The batch is retried, and waits again.
  while ((await owner.query(waiting)).rows.length === 0);
  expect(await creditsOf('killed')).toEqual({ payments: 0, owners: 0, transactions: 0 });
  await holder.query('COMMIT');
  await holder.end();
  expect((await pending).status).toBe(201);
  expect(codeOf(await topUp(1, 'bob', body))).toBe('payment-already-credited');
  expect(await creditsOf('killed')).toEqual({ payments: 1, owners: 1, transactions: 1 });
});
