import { setTimeout as sleep } from 'node:timers/promises';
import { countDeadlocks } from '../support/deadlocks.js';
import { holdAccount } from '../support/held-account.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Freezes under load, on two instances with one database. */
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

function requestChange(index: number, action: string, userId: string): Promise<Answer> {
  return instances.inTurn(index).client.post(`/v1/users/${userId}/${action}`, { reason: 'a test' });
}

/** Spends of many callers on both instances. */
class Spenders {
  /** Each with the phase in which it was sent and answered; `''` if those differ. */
  readonly spends: { phase: string; answer: Answer }[] = [];
  private stopped = false;
  private readonly callers: Promise<void>[];

  /** `phase`: the state of the wallet according to all answers so far. */
  constructor(
    private readonly userId: string,
    public phase: string,
  ) {
    this.callers = Array.from({ length: 32 }, (_, index) => this.call(index));
  }

  /** Waits for this many more spends of the current phase. */
  async more(count: number): Promise<void> {
    const { phase } = this;
    const had = this.of(phase).length;
    while (this.of(phase).length < had + count) await sleep(5);
  }

  of(phase: string): Answer[] {
    return this.spends.filter((spend) => spend.phase === phase).map(({ answer }) => answer);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.callers);
  }

  private async call(index: number): Promise<void> {
    while (!this.stopped) {
      const { phase } = this;
      const { client } = instances.inTurn(index);
      const answer = await client.post(`/v1/wallets/${this.userId}/GOLD/spend`, { amount: 1 });
      this.spends.push({ phase: phase === this.phase ? phase : '', answer });
    }
  }
}

const versionOf = ({ json }: Answer): number => json.entries[0].version as number;

it('rejects every spend once a freeze is answered, and accepts every spend once a release is', async () => {
  await instances.first.client.post('/v1/wallets/carol/GOLD/topup', { amount: 1_000_000 });
  const spenders = new Spenders('carol', 'free 0');
  for (let round = 0; round < 6; round++) {
    await spenders.more(100);
    spenders.phase = `freezing ${round}`;
    const { json } = await requestChange(round, 'freeze', 'carol');
    spenders.phase = `frozen ${round}`;
    const { json: balance } = await instances.inTurn(round + 1).client.get('/v1/wallets/carol/GOLD');
    await spenders.more(100);

    for (const { status, json } of spenders.of(`frozen ${round}`)) {
      expect({ status, code: json.code }).toEqual({ status: 422, code: 'wallet-frozen' });
    }
    const accepted = spenders.spends.map(({ answer }) => answer).filter(({ status }) => status === 201);
    for (const spend of accepted) {
      expect(versionOf(spend)).toBeLessThanOrEqual(balance.version);
      expect(spend.json.createdAt <= json.frozen.since).toBe(true);
    }
    expect((await instances.inTurn(round).client.get('/v1/wallets/carol/GOLD')).text).toBe(
      JSON.stringify(balance),
    );

    spenders.phase = `releasing ${round}`;
    expect((await requestChange(round + 1, 'unfreeze', 'carol')).json.frozen).toBeNull();
    spenders.phase = `free ${round + 1}`;
  }
  await spenders.more(100);
  await spenders.stop();
  for (let round = 0; round <= 6; round++) {
    const answers = spenders.of(`free ${round}`);
    expect(answers.length).toBeGreaterThanOrEqual(100);
    for (const { status } of answers) expect(status).toBe(201);
  }
  for (const { status } of spenders.spends.map(({ answer }) => answer)) expect([201, 422]).toContain(status);
});

it('freezes an account whose asset is created during the freeze', async () => {
  await instances.first.client.post('/v1/wallets/dora/GOLD/topup', { amount: 5 });
  // Lets the freeze read the assets, then blocks it.
  const held = await holdAccount(instances.first.database, { userId: 'dora', asset: 'GOLD' });
  const freeze = requestChange(0, 'freeze', 'dora');
  await held.untilAwaited(1);
  const credit = (async () => {
    const { client } = instances.second;
    expect((await client.post('/v1/assets', { code: 'RUBY', name: 'Rubies' })).status).toBe(201);
    return client.post('/v1/wallets/dora/RUBY/bonus', { amount: 5 });
  })();
  await held.untilAwaited(2);
  await held.release();
  expect((await freeze).status).toBe(200);
  expect((await credit).status).toBe(201);
  const spend = await instances.first.client.post('/v1/wallets/dora/RUBY/spend', { amount: 1 });
  expect(spend.json).toMatchObject({ code: 'wallet-frozen' });
});

it('keeps wallets consistent under simultaneous assets, accounts, freezes and releases', async () => {
  const users = ['erin', 'frank', 'grace'];
  for (const userId of users) {
    await instances.first.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5 });
  }
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { client } = instances.inTurn(index);
      const asset = `NEW_${index % 20}`;
      const results = await Promise.all([
        client.post('/v1/assets', { code: asset, name: 'x' }),
        ...users.flatMap((userId, user) => [
          requestChange(index + user, (index + user) % 3 === 0 ? 'unfreeze' : 'freeze', userId),
          client.post(`/v1/wallets/${userId}/${asset}/bonus`, { amount: 1 }),
        ]),
      ]);
      // 409: another caller created the asset. 404: it did not exist yet.
      for (const { status } of results) expect([200, 201, 404, 409]).toContain(status);
    }),
  );
});
