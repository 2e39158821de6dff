import { setTimeout as sleep } from 'node:timers/promises';
import { defaultRateLimits } from '../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../e2e/support/contract-service.js';
import { becomePlayer, password } from '../e2e/support/player.js';
import { createClient } from '../e2e/support/client.js';
import { type Answer, WalletClient } from '../support/wallet-client.js';

/** The number of concurrent requests of a storm. */
const senders = 64;

let service: ContractService;
/** Sends its credentials with each request, if any. */
let stranger: WalletClient;
beforeAll(async () => {
  const login = { quota: 100_000, seconds: 3_600 };
  service = await startContractService({
    trustProxy: ['loopback'],
    rateLimits: { ...defaultRateLimits, login },
  });
  stranger = new WalletClient(service.url, '');
  await becomePlayer(service, 'honest');
});
afterAll(() => service.audit());
afterAll(() => service.close());
afterAll(() => {
  stranger.close();
});

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `198.18.${index >> 8}.${index & 255}`);

interface Storm {
  /** Resolves once this many requests are answered. */
  until(answered: number): Promise<void>;
  /** Stops it and returns the number of answers by status. */
  stop(): Promise<Map<number, number>>;
}

/** Sends requests from each address in turn until stopped. */
function startStorm(from: string[], request: (address: string) => Promise<Answer>): Storm {
  const statuses = new Map<number, number>();
  let next = 0;
  let stopped = false;
  const send = async () => {
    while (!stopped) {
      const { status } = await request(from[next++ % from.length]!);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const running = Array.from({ length: senders }, send);
  return {
    until: async (answered) => {
      while ([...statuses.values()].reduce((sum, count) => sum + count, 0) < answered) await sleep(20);
    },
    stop: async () => {
      stopped = true;
      await Promise.all(running);
      return statuses;
    },
  };
}

const logIn = (userId: string, given: string, address: string) =>
  stranger.send({
    method: 'POST',
    path: '/v1/auth/login',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ userId, password: given }),
  });

describe.each([
  ['one address', ['198.19.0.1']],
  ['a thousand addresses', addresses(1_000)],
])('a storm of logins from %s', (_what, from) => {
  it('does not affect wallets, readiness or an honest login', async () => {
    let attempt = 0;
    const storm = startStorm(from, (address) => logIn(`guessed-${attempt++}`, 'wrong password', address));
    // Each address has made its second attempt.
    await storm.until(2 * from.length + 2 * senders);

    const honest = logIn('honest', password, '203.0.113.1');
    for (let request = 0; request < 20; request++) {
      const write = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
      const ready = await service.client.get('/health/ready');
      expect([write.status, ready.status]).toEqual([201, 200]);
    }
    // It precedes the third attempts of the storm and is not rejected because of them.
    expect((await honest).status).toBe(200);
    const statuses = await storm.stop();
    expect([...statuses.keys()].sort()).toEqual([401, 503]);
  });
});

describe.each([
  ['one address', ['198.19.0.1']],
  ['a thousand addresses', addresses(1_000)],
])('a storm of invalid keys from %s', (_what, from) => {
  it('does not affect wallets, readiness or a valid key from the same address', async () => {
    const { key } = await createClient(service, `honest-${from.length}`);
    const client = service.as(key);
    let invalid = 0;
    const storm = startStorm(from, (address) =>
      stranger.get('/v1/assets', {
        'x-forwarded-for': address,
        authorization: `Bearer wk_${String(invalid++).padStart(43, '0')}`,
      }),
    );
    await storm.until(1_000);
    for (let request = 0; request < 20; request++) {
      const read = await client.get('/v1/wallets/alice', { 'x-forwarded-for': from[0]! });
      const write = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
      const ready = await service.client.get('/health/ready');
      expect([read.status, write.status, ready.status]).toEqual([200, 201, 200]);
    }
    await storm.until(2_000);
    const statuses = await storm.stop();
    expect([...statuses.keys()].sort()).toEqual(from.length === 1 ? [401, 429] : [401]);
  });
});
