import { installTrigger } from '../support/install-trigger.js';
import { untilWaiting } from '../support/lock-waits.js';
import { type SkewedInstances, startSkewedInstances } from '../support/skewed-instances.js';
import type { Answer, WalletClient } from '../support/wallet-client.js';

/** Holds on two instances whose clocks are two hours apart: the clock of the database decides. */
const noon = Date.UTC(2040, 0, 2, 12);
let instances: SkewedInstances;
beforeAll(async () => {
  instances = await startSkewedInstances(noon);
});
beforeEach(() => instances.clock.set(noon));
afterEach(() => instances.audit());
afterAll(() => instances.close());

const rounds = Array.from({ length: 20 }, (_, index) => index);
let users = 0;

async function userWith(balance: number): Promise<string> {
  const userId = `holder-${++users}`;
  await instances.fast.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: balance });
  return userId;
}

const holdsOf = (userId: string) => `/v1/wallets/${userId}/GOLD/holds`;

async function holdOf(userId: string, body: object): Promise<string> {
  const { status, json } = await instances.slow.post(holdsOf(userId), body);
  expect(status).toBe(201);
  return json.id as string;
}

const change = (client: WalletClient, userId: string, holdId: string, what: string, body: object = {}) =>
  client.post(`${holdsOf(userId)}/${holdId}/${what}`, body);

const codeOf = ({ status, json }: Answer): unknown => (status === 201 ? 201 : json.code);

async function figuresOf(userId: string): Promise<number[]> {
  const { json } = await instances.fast.get(`/v1/wallets/${userId}/GOLD`);
  return [json.balance as number, json.available as number, json.held as number];
}

it('lets one of two captures win if both are too much', async () => {
  const userId = await userWith(2000);
  for (const round of rounds) {
    const hold = await holdOf(userId, { amount: 100 });
    const answers = await Promise.all(
      [round, round + 1].map((index) =>
        change(instances.inTurn(index), userId, hold, 'capture', { amount: 60, final: false }),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual([201, 'capture-exceeds-hold']);
    expect(codeOf(await change(instances.fast, userId, hold, 'capture'))).toBe(201);
  }
  expect(await figuresOf(userId)).toEqual([0, 0, 0]);
});

it('lets a capture or a void win', async () => {
  const userId = await userWith(2000);
  let captured = 0;
  for (const round of rounds) {
    const hold = await holdOf(userId, { amount: 100 });
    const answers = await Promise.all([
      change(instances.inTurn(round), userId, hold, 'capture'),
      change(instances.inTurn(round + 1), userId, hold, 'void'),
    ]);
    expect(answers.map(codeOf).sort()).toEqual([201, 'hold-closed']);
    if (answers[0].status === 201) captured++;
  }
  const left = 2000 - 100 * captured;
  expect(await figuresOf(userId)).toEqual([left, left, 0]);
});

it('captures until the last millisecond of the database, on both instances', async () => {
  const userId = await userWith(400);
  const holds: string[] = [];
  for (let index = 0; index < 4; index++) holds.push(await holdOf(userId, { amount: 100, expiresIn: 60 }));
  const [one = '', two = '', three = '', four = ''] = holds;
  await instances.clock.set(noon + 59_999);
  expect(codeOf(await change(instances.fast, userId, one, 'capture'))).toBe(201);
  expect(codeOf(await change(instances.slow, userId, two, 'capture'))).toBe(201);
  await instances.clock.set(noon + 60_000);
  expect(codeOf(await change(instances.fast, userId, three, 'capture'))).toBe('hold-lapsed');
  expect(codeOf(await change(instances.slow, userId, four, 'capture'))).toBe('hold-lapsed');
  expect(await figuresOf(userId)).toEqual([200, 200, 0]);
});

it('captures or lapses, never both, while the instant passes', async () => {
  const userId = await userWith(2000);
  const holds: string[] = [];
  while (holds.length < rounds.length) holds.push(await holdOf(userId, { amount: 100, expiresIn: 60 }));
  await instances.clock.set(noon + 59_999);
  const captures = holds.map((hold, index) => change(instances.inTurn(index), userId, hold, 'capture'));
  const passing = instances.clock.set(noon + 60_000);
  const spends = rounds.map((round) =>
    instances.inTurn(round).post(`/v1/wallets/${userId}/GOLD/spend`, { amount: 100 }),
  );
  const answers = await Promise.all(captures);
  await passing;
  const spent = (await Promise.all(spends)).filter(({ status }) => status === 201).length;
  const captured = answers.filter(({ status }) => status === 201).length;
  for (const answer of answers) expect([201, 'hold-lapsed']).toContain(codeOf(answer));
  const left = 2000 - 100 * (captured + spent);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(await figuresOf(userId)).toEqual([left, left, 0]);
});

it('authorises 100 of 200 holds of 1 against a balance of 100, and replays each on the other instance', async () => {
  const userId = await userWith(100);
  const authorise = (index: number, client: WalletClient) =>
    client.post(holdsOf(userId), { amount: 1, expiresIn: 60 }, `${userId}-${index}`);
  const all = Array.from({ length: 200 }, (_, index) => index);
  const answers = await Promise.all(all.map((index) => authorise(index, instances.inTurn(index))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
  expect(answers.map(codeOf).filter((code) => code === 'insufficient-funds')).toHaveLength(100);
  expect(await figuresOf(userId)).toEqual([100, 0, 100]);

  const open = answers.filter(({ status }) => status === 201).map(({ json }) => json.id as string);
  for (const [index, hold] of open.entries()) {
    if (index % 3 < 2)
      await change(instances.inTurn(index), userId, hold, index % 3 === 0 ? 'capture' : 'void');
  }
  await instances.clock.set(noon + 60_000);
  expect(codeOf(await instances.slow.post(`/v1/wallets/${userId}/GOLD/spend`, { amount: 66 }))).toBe(201);
  const replays = await Promise.all(all.map((index) => authorise(index, instances.inTurn(index + 1))));
  for (const [index, replay] of replays.entries()) {
    expect(replay.headers['idempotency-replayed']).toBe('true');
    if (replay.status === 201) expect(replay.text).toBe(answers[index]?.text);
  }
});

it('captures once if the process is killed between the write and COMMIT', async () => {
  const userId = await userWith(100);
  const hold = await holdOf(userId, { amount: 100 });
  const { owner } = instances;
  await installTrigger(
    owner,
    `CREATE FUNCTION wait_for_the_test() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$`,
    `CREATE TRIGGER wait_for_the_test AFTER INSERT ON hold_events
     FOR EACH ROW WHEN (NEW.kind = 'capture') EXECUTE FUNCTION wait_for_the_test()`,
  );
  await owner.query(`SELECT pg_advisory_lock(4711)`);
  const { service, client } = await instances.start();
  const capture = (by: WalletClient) => by.post(`${holdsOf(userId)}/${hold}/capture`, {}, 'killed');
  const lost = capture(client).catch(() => undefined);
  await untilWaiting(owner, 1);
  service.child.kill('SIGKILL');
  await lost;
  await owner.query(`SELECT pg_advisory_unlock(4711)`);
  const answer = await capture(instances.slow);
  expect(answer.json).toMatchObject({ type: 'capture', amount: 100, balance: 0 });
  expect((await capture(instances.fast)).text).toBe(answer.text);
  expect(await figuresOf(userId)).toEqual([0, 0, 0]);
  await owner.query(`DROP TRIGGER wait_for_the_test ON hold_events`);
});
