import type { ApplicationOptions } from '../../../apps/wallet-api/src/process/configuration/application-options.js';
import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { password, post } from '../support/player.js';

/** Which proxies may report the address and the protocol of a caller (TRUST_PROXY). */
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

/** Signs up under a taken id, which is cheap but counts; `true` if the limit was exceeded. */
async function isSecondFrom(service: ContractService, forwardedFor?: string): Promise<boolean> {
  const headers: Record<string, string> =
    forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  const answer = await post(service, '/v1/auth/signup', { userId: 'alice', password }, headers);
  return answer.status === 429;
}

it('trusts no proxy by default: the address is that of the connection', async () => {
  await withService(false, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(true);
  });
});

it.each<[what: string, trustProxy: ApplicationOptions['trustProxy']]>([
  ['all proxies', true],
  ['the proxies of one hop', 1],
  ['the proxies of a network', ['127.0.0.0/8']],
  ['the proxies on this machine', ['loopback']],
])('trusts %s if configured', async (_what, trustProxy) => {
  await withService(trustProxy, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(true);
  });
});

it.each<[what: string, trustProxy: ApplicationOptions['trustProxy']]>([
  ['one hop', 1],
  ['a network', ['127.0.0.0/8']],
])('ignores addresses that the caller put before those of the proxies of %s', async (_what, trustProxy) => {
  await withService(trustProxy, async (service) => {
    expect(await isSecondFrom(service, '198.51.100.1, 203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '198.51.100.2, 203.0.113.1')).toBe(true);
  });
});

it('finds the caller behind two proxies if configured', async () => {
  await withService(2, async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1, 10.0.0.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2, 10.0.0.1')).toBe(false);
    expect(await isSecondFrom(service, '198.51.100.1, 203.0.113.1, 10.0.0.1')).toBe(true);
  });
});

it('does not trust an unknown proxy', async () => {
  await withService(['10.0.0.0/8'], async (service) => {
    expect(await isSecondFrom(service, '203.0.113.1')).toBe(false);
    expect(await isSecondFrom(service, '203.0.113.2')).toBe(true);
  });
});

it('counts the connection if the reported address is invalid', async () => {
  await withService(true, async (service) => {
    expect(await isSecondFrom(service, 'mallory')).toBe(false);
    expect(await isSecondFrom(service, 'eve')).toBe(true);
  });
});

it('sends Strict-Transport-Security only if a trusted proxy reports TLS', async () => {
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
