import type { ApplicationOptions } from '../../../apps/wallet-api/src/process/application-options.js';
import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { password, post } from '../support/player.js';

/** Whose word counts for the address of a caller and the protocol that it used (TRUST_PROXY). */
let first: ContractService;
beforeAll(async () => {
  first = await startContractService();
});
afterAll(() => first.close());

async function withService(
  trustProxy: ApplicationOptions['trustProxy'],
  test: (service: ContractService) => Promise<void>,
): Promise<void> {
  const rateLimits = { ...defaultRateLimits, signUp: { quota: 1, seconds: 3_600 } };
  const service = await startContractService({ database: first.database, trustProxy, rateLimits });
  try {
    await test(service);
  } finally {
    await service.close();
  }
}

/** Signs up under an id that somebody has, which costs nothing but counts; `true` if it was one too many. */
async function isSecondFrom(service: ContractService, forwardedFor?: string): Promise<boolean> {
  const headers: Record<string, string> =
    forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  const answer = await post(service, '/v1/auth/signup', { userId: 'alice', password }, headers);
  return answer.status === 429;
}

it('takes nobody at their word by default: the connection is the address', async () => {
  await withService(false, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(true);
  });
});

it.each<[what: string, trustProxy: ApplicationOptions['trustProxy']]>([
  ['everybody', true],
  ['the proxies of one hop', 1],
  ['the proxies of a network', ['127.0.0.0/8']],
  ['the proxies on this machine', ['loopback']],
])('takes %s at their word if it is told to', async (_what, trustProxy) => {
  await withService(trustProxy, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(true);
  });
});

it.each<[what: string, trustProxy: ApplicationOptions['trustProxy']]>([
  ['one hop', 1],
  ['a network', ['127.0.0.0/8']],
])('does not take what a caller wrote before the proxies of %s', async (_what, trustProxy) => {
  await withService(trustProxy, async (service) => {
    expect(await isSecondFrom(service, '198.51.100.1, 203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '198.51.100.2, 203.0.113.1')).toBe(true);
  });
});

it('takes the address from behind two proxies where there are two', async () => {
  await withService(2, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1, 10.0.0.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2, 10.0.0.1')).toBe(false);
    expect(await isSecondFrom(service, '198.51.100.1, 203.0.113.1, 10.0.0.1')).toBe(true);
  });
});

it('does not take the word of a proxy that is not one of those that it knows', async () => {
  await withService(['10.0.0.0/8'], async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(true);
  });
});

it('counts the connection where the address that it is told is none', async () => {
  await withService(true, async (service) => {
    expect(await isSecondFrom(service, 'mallory')).toBe(false);
    expect(await isSecondFrom(service, 'eve')).toBe(true);
  });
});

it('promises TLS for later exactly where a trusted proxy says that it was used', async () => {
  const header = async (service: ContractService, headers: Record<string, string>) =>
    (await service.client.get('/v1/assets', headers)).headers['strict-transport-security'];
  await withService(['loopback'], async (service) => {
    expect(await header(service, { 'x-forwarded-proto': 'https' })).toBe('max-age=31536000');
    expect(await header(service, { 'x-forwarded-proto': 'http' })).toBeUndefined();
    expect(await header(service, {})).toBeUndefined();
  });
  await withService(false, async (service) => {
    expect(await header(service, { 'x-forwarded-proto': 'https' })).toBeUndefined();
  });
});
