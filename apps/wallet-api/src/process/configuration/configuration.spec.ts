import { ConfigurationError, readConfiguration } from './configuration.js';

it('defaults to loopback and an embedded database with demo data', () => {
  expect(readConfiguration({})).toEqual({
    production: false,
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    serviceDatabasePassword: undefined,
    ownerLogin: 'warned',
    poolSize: 16,
    reports: { concurrent: 2 },
    dataDir: '.data',
    seedDemo: true,
    migrateOnStart: true,
    shardCount: undefined,
    environment: undefined,
    welcomeGrant: { asset: 'GOLD', amount: 100 },
    logLevel: 'info',
    slowRequestMs: 1_000,
    metrics: undefined,
    signUp: true,
    tokens: {
      issuer: 'internal-wallet-service',
      audience: 'internal-wallet-service',
      keySetUrl: undefined,
      secret: undefined,
    },
    rateLimits: {
      clients: undefined,
      players: { quota: 100, seconds: 10 },
      signUp: { quota: 20, seconds: 3_600 },
      login: { quota: 10, seconds: 300 },
      unauthenticated: { quota: 600, seconds: 60 },
    },
    playerDaily: { refusals: 200, bytes: 1_048_576 },
    corsOrigins: [],
    trustProxy: false,
    drainSeconds: 0,
    verification: {},
  });
});

it('seeds a given database only on request', () => {
  const DATABASE_URL = 'postgres://localhost/wallet';
  expect(readConfiguration({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, seedDemo: false });
  expect(readConfiguration({ DATABASE_URL, SEED_DEMO: 'true' })).toMatchObject({ seedDemo: true });
});

it.each([
  ['a database of the operator', { DATABASE_URL: 'postgres://localhost/wallet' }],
  ['production', { NODE_ENV: 'production', DATABASE_URL: 'postgres://localhost/wallet' }],
  ['an embedded database without the demonstration', { SEED_DEMO: 'false' }],
])('disables sign-up and the welcome grant by default with %s', (_where, env) => {
  expect(readConfiguration(env)).toMatchObject({ signUp: false, welcomeGrant: undefined });
  expect(readConfiguration({ ...env, SIGN_UP: 'true', WELCOME_GRANT: 'GOLD:5' })).toMatchObject({
    signUp: true,
    welcomeGrant: { asset: 'GOLD', amount: 5 },
  });
});

it('enables sign-up and the welcome grant by default in a demonstration', () => {
  const demo = { DATABASE_URL: 'postgres://localhost/wallet', SEED_DEMO: 'true' };
  expect(readConfiguration(demo)).toMatchObject({
    signUp: true,
    welcomeGrant: { asset: 'GOLD', amount: 100 },
  });
  expect(readConfiguration({ ...demo, SIGN_UP: 'false', WELCOME_GRANT: 'none' })).toMatchObject({
    signUp: false,
    welcomeGrant: undefined,
  });
});

it('reads the sizes of the pools; a refusal says what the minimum is for', () => {
  expect(readConfiguration({ DATABASE_POOL: '4', REPORTS_POOL: '1' })).toMatchObject({
    poolSize: 4,
    reports: { concurrent: 1 },
  });
  expect(() => readConfiguration({ DATABASE_POOL: '3', REPORTS_POOL: '0' })).toThrow(
    /DATABASE_POOL must be .* 4 or more: two for writes, one for readiness.* \(it is "3"\); REPORTS_POOL must be .* 1 or more/,
  );
  expect(() => readConfiguration({ DATABASE_POOL: 'many' })).toThrow(/DATABASE_POOL must be .*"many"/);
});

it('treats an empty variable as unset', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, seedDemo: true });
});

it('names every wrong variable with its value', () => {
  expect(() => readConfiguration({ PORT: '0x10', MIGRATE_ON_START: 'yes' })).toThrow(ConfigurationError);
  expect(() => readConfiguration({ PORT: '0x10', MIGRATE_ON_START: 'yes' })).toThrow(
    /PORT .*"0x10".*MIGRATE_ON_START .*"yes"/,
  );
});

it.each(['abc', '-1', '65536', '80.5', '0x10', '1e3', ' 80', '3000 '])(
  'asks for a whole number in range instead of %j',
  (value) => {
    const message = `must be a whole number from 0 to 65535 (it is "${value}")`;
    expect(() => readConfiguration({ PORT: value })).toThrow(`PORT ${message}`);
    for (const name of ['SHARD_COUNT', 'PLACEMENT_GROUPS', 'DRAIN_SECONDS', 'PLAYER_DAILY_BYTES']) {
      if (value !== '65536' || name !== 'PLAYER_DAILY_BYTES') {
        expect(() => readConfiguration({ [name]: value })).toThrow(`${name} must be a whole number from`);
      }
    }
  },
);

it.each(['DATABASE_URL', 'MIGRATION_DATABASE_URL'])('names %s if it cannot be read', (name) => {
  const env = { DATABASE_URL: 'postgres://localhost/wallet', [name]: 'postgres://me:p/ss@localhost/wallet' };
  expect(() => readConfiguration(env)).toThrow(
    new RegExp(`^wrong configuration: ${name} cannot be read: .* / as %2F`),
  );
});

it('reads an address from a file with a line break at its end', () => {
  expect(readConfiguration({ DATABASE_URL: 'postgres://localhost/wallet\n' })).toMatchObject({
    databaseUrl: 'postgres://localhost/wallet',
  });
});

it.each(['prod', 'Production', 'PRODUCTION', 'production '])('refuses %j for production', (NODE_ENV) => {
  expect(() => readConfiguration({ NODE_ENV })).toThrow(/NODE_ENV must be production, .*\(it is "/);
});

it('refuses a demonstration in production', () => {
  const env = { NODE_ENV: 'production', DATABASE_URL: 'postgres://localhost/wallet' };
  expect(readConfiguration(env)).toMatchObject({ seedDemo: false });
  expect(() => readConfiguration({ ...env, SEED_DEMO: 'true' })).toThrow(/publicly known API keys/);
});

it.each([undefined, '', ' '])('refuses production with the DATABASE_URL %j', (DATABASE_URL) => {
  expect(() => readConfiguration({ NODE_ENV: 'production', DATABASE_URL })).toThrow(/^.*DATABASE_URL/);
});

it.each([
  [{ NODE_ENV: 'production' }, 'refused'],
  [{ NODE_ENV: 'production', ALLOW_OWNER_LOGIN: 'true' }, 'allowed'],
  [{ ALLOW_OWNER_LOGIN: 'true' }, 'allowed'],
  [{ ALLOW_OWNER_LOGIN: 'false' }, 'warned'],
])('with %j a login that owns the tables is %s', (env, ownerLogin) => {
  const DATABASE_URL = 'postgres://localhost/wallet';
  expect(readConfiguration({ DATABASE_URL, ...env })).toMatchObject({ ownerLogin });
});

it.each([
  [{}, 0],
  [{ NODE_ENV: 'production' }, 2],
  [{ NODE_ENV: 'production', DRAIN_SECONDS: '0' }, 0],
  [{ DRAIN_SECONDS: '5' }, 5],
])('with %j drains for %i seconds', (env, drainSeconds) => {
  const DATABASE_URL = 'postgres://localhost/wallet';
  expect(readConfiguration({ DATABASE_URL, ...env })).toMatchObject({ drainSeconds });
});

it('refuses an owner address for the embedded database', () => {
  expect(() => readConfiguration({ MIGRATION_DATABASE_URL: 'postgres://owner@localhost/wallet' })).toThrow(
    /MIGRATION_DATABASE_URL is set and DATABASE_URL is not/,
  );
});

it('prints no secret', () => {
  const env = {
    JWT_SECRET: 'too-short-a-secret',
    DATABASE_URL: 'mysql://wallet:hunter2@db',
    MIGRATION_DATABASE_URL: 'mysql://owner:hunter3@db',
    SERVICE_DATABASE_PASSWORD: 'with a space',
  };
  const message = messageOf(() => readConfiguration(env));
  expect(message).toMatch(/DATABASE_URL must begin .*MIGRATION_DATABASE_URL must begin/);
  expect(message).toMatch(/SERVICE_DATABASE_PASSWORD must consist of .*JWT_SECRET must have 32 bytes/);
  expect(message).not.toMatch(/too-short|hunter|with a/);
});

it('counts the bytes of the secret, not its characters', () => {
  expect(readConfiguration({ JWT_SECRET: 'é'.repeat(16) })).toMatchObject({
    tokens: { secret: 'é'.repeat(16) },
  });
  expect(() => readConfiguration({ JWT_SECRET: 'e'.repeat(31) })).toThrow(/JWT_SECRET/);
});

const provider = {
  JWKS_URL: 'https://id.example/keys',
  JWT_ISSUER: 'https://id.example',
  JWT_AUDIENCE: 'wallet',
};

it('accepts the tokens of an identity provider', () => {
  expect(readConfiguration(provider).tokens).toEqual({
    keySetUrl: 'https://id.example/keys',
    issuer: 'https://id.example',
    audience: 'wallet',
    secret: undefined,
  });
});

it.each([
  ['no issuer', { JWT_ISSUER: '' }, /needs JWT_ISSUER and JWT_AUDIENCE/],
  ['no audience', { JWT_AUDIENCE: '' }, /needs JWT_ISSUER and JWT_AUDIENCE/],
  ['a secret as well', { JWT_SECRET: 's'.repeat(32) }, /either .* Unset one of them/],
  ['keys without TLS', { JWKS_URL: 'http://id.example/keys' }, /JWKS_URL must be an https/],
  ['keys without an address', { JWKS_URL: 'keys' }, /JWKS_URL must be an https/],
  ['keys from a file', { JWKS_URL: 'file:///etc/keys' }, /JWKS_URL must be an https/],
])('refuses an identity provider with %s', (_fault, env, says) => {
  expect(() => readConfiguration({ ...provider, ...env })).toThrow(says);
});

it.each(['http://127.0.0.1:8080/keys', 'http://localhost/keys', 'http://[::1]:1/keys'])(
  'accepts keys without TLS from this machine: %s',
  (JWKS_URL) => {
    expect(readConfiguration({ ...provider, JWKS_URL }).tokens).toMatchObject({ keySetUrl: JWKS_URL });
  },
);

it('can switch off the limits of clients, players and unauthenticated requests, but not those of sign-up and login', () => {
  const env = {
    RATE_LIMIT_CLIENTS: '1000/10',
    RATE_LIMIT_PLAYERS: 'off',
    RATE_LIMIT_UNAUTHENTICATED: 'off',
    RATE_LIMIT_LOGIN: '5/60',
  };
  expect(readConfiguration(env).rateLimits).toMatchObject({
    clients: { quota: 1000, seconds: 10 },
    players: undefined,
    unauthenticated: undefined,
    login: { quota: 5, seconds: 60 },
  });
  for (const name of ['RATE_LIMIT_SIGN_UP', 'RATE_LIMIT_LOGIN']) {
    expect(() => readConfiguration({ [name]: 'off' })).toThrow(name);
  }
});

it.each(['0/10', '10/0', '10', '10/', '/10', '-1/10', '1.5/10', '10/86401', '10/10/10', '1e3/10', 'on'])(
  'refuses the limit %s',
  (RATE_LIMIT_CLIENTS) => {
    expect(() => readConfiguration({ RATE_LIMIT_CLIENTS })).toThrow(
      /RATE_LIMIT_CLIENTS must be requests per/,
    );
  },
);

it('reads the daily storage limits of players', () => {
  const env = { PLAYER_DAILY_REFUSALS: '0', PLAYER_DAILY_BYTES: '65536' };
  expect(readConfiguration(env).playerDaily).toEqual({ refusals: 0, bytes: 65_536 });
  for (const name of Object.keys(env)) {
    for (const value of ['-1', 'off', '1.5', '2147483648']) {
      expect(() => readConfiguration({ [name]: value })).toThrow(name);
    }
  }
});

it('reads a list of origins', () => {
  const CORS_ORIGINS = 'https://shop.example, http://localhost:5173';
  expect(readConfiguration({ CORS_ORIGINS }).corsOrigins).toEqual([
    'https://shop.example',
    'http://localhost:5173',
  ]);
});

it.each([
  '*',
  'shop.example',
  'https://shop.example/',
  'https://shop.example/a',
  'https://SHOP.example',
  'null',
  ',',
])('refuses the origin %s, which no browser sends', (CORS_ORIGINS) => {
  expect(() => readConfiguration({ CORS_ORIGINS })).toThrow(/CORS_ORIGINS must be a list of origins/);
});

it.each([
  ['false', false],
  ['true', true],
  ['1', 1],
  ['10.0.0.0/8, 192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
  ['loopback,2001:db8::/32', ['loopback', '2001:db8::/32']],
])('trusts the proxies %s', (TRUST_PROXY, trustProxy) => {
  expect(readConfiguration({ TRUST_PROXY })).toMatchObject({ trustProxy });
});

it.each(['0', '-1', 'yes', '10.0.0.0/33', '10.0.0', '::/129', 'proxy.internal', '10.0.0.1,'])(
  'refuses the proxy %s',
  (TRUST_PROXY) => {
    expect(() => readConfiguration({ TRUST_PROXY })).toThrow(/TRUST_PROXY must be/);
  },
);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

it.each([
  ['none', undefined],
  ['SILVER:1', { asset: 'SILVER', amount: 1 }],
  [`X_9:${Number.MAX_SAFE_INTEGER}`, { asset: 'X_9', amount: Number.MAX_SAFE_INTEGER }],
])('reads the welcome grant %s', (WELCOME_GRANT, welcomeGrant) => {
  expect(readConfiguration({ WELCOME_GRANT })).toMatchObject({ welcomeGrant });
});

it.each([
  'NONE',
  'GOLD',
  'GOLD:',
  ':100',
  'GOLD:0',
  'GOLD:-1',
  'GOLD:1.5',
  'GOLD:1e3',
  'GOLD: 100',
  'gold:100',
  'GOLD:9007199254740992',
  'GOLD:100,SILVER:5',
])('refuses the welcome grant "%s" and explains its format', (WELCOME_GRANT) => {
  expect(() => readConfiguration({ WELCOME_GRANT })).toThrow(
    /WELCOME_GRANT must be .* such as GOLD:100, or none \(it is ".*"\)/,
  );
});

it('serves metrics on loopback once they have a port', () => {
  expect(readConfiguration({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
  expect(readConfiguration({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics).toEqual({
    port: 9464,
    host: '0.0.0.0',
  });
  expect(readConfiguration({ METRICS_HOST: '0.0.0.0' }).metrics).toBeUndefined();
});

it.each(['0', '65536', 'on', '-1'])('refuses the metrics port %s', (METRICS_PORT) => {
  expect(() => readConfiguration({ METRICS_PORT })).toThrow(/METRICS_PORT must/);
});

it.each([
  ['250', 250],
  ['3600000', 3_600_000],
  ['off', undefined],
])('takes %s as the duration of a slow request', (SLOW_REQUEST_MS, slowRequestMs) => {
  expect(readConfiguration({ SLOW_REQUEST_MS })).toMatchObject({ slowRequestMs });
});

it.each(['0', '1.5', '1s', '3600001', 'none'])('refuses %s as the duration of a slow request', (text) => {
  expect(() => readConfiguration({ SLOW_REQUEST_MS: text })).toThrow(
    /SLOW_REQUEST_MS must be whole milliseconds/,
  );
});

it.each([
  ['30m', 1_800_000],
  ['1h', 3_600_000],
  ['24d', 2_073_600_000],
])('audits every %s', (AUDIT_EVERY, everyMs) => {
  expect(readConfiguration({ AUDIT_EVERY }).verification).toEqual({ everyMs, load: 0.5 });
});

it('reads AUDIT_LOAD as a percentage', () => {
  const { verification } = readConfiguration({ AUDIT_EVERY: '1h', AUDIT_LOAD: '5' });
  expect(verification).toEqual({ everyMs: 3_600_000, load: 0.05 });
});

it.each(['0', '101', '0.5', 'low'])('refuses %s as AUDIT_LOAD', (AUDIT_LOAD) => {
  expect(() => readConfiguration({ AUDIT_LOAD })).toThrow('AUDIT_LOAD must be a whole number from 1 to 100');
});

it.each(['25d', '1', '0h', '1w', 'hourly'])('refuses to audit every %s', (AUDIT_EVERY) => {
  expect(() => readConfiguration({ AUDIT_EVERY })).toThrow(
    `AUDIT_EVERY must be minutes, hours or days, such as 30m, 1h or 1d, up to 24d (it is "${AUDIT_EVERY}")`,
  );
});
