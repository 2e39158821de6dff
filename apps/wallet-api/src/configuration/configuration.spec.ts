import { ConfigurationError, readConfiguration } from './configuration.js';

it('needs nothing: by default it serves on loopback, on an embedded database with demo data', () => {
  expect(readConfiguration({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: '.data',
    seedDemo: true,
    migrateOnStart: true,
    shardCount: undefined,
    welcomeGrant: { asset: 'GOLD', amount: 100 },
    logLevel: 'info',
    drainSeconds: 0,
  });
});

it('does not seed a database that it was given, unless it is told to', () => {
  const DATABASE_URL = 'postgres://localhost/wallet';
  expect(readConfiguration({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, seedDemo: false });
  expect(readConfiguration({ DATABASE_URL, SEED_DEMO: 'true' })).toMatchObject({ seedDemo: true });
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, seedDemo: true });
});

it('names every variable that is wrong, with its value', () => {
  expect(() => readConfiguration({ PORT: '0x10', MIGRATE_ON_START: 'yes' })).toThrow(ConfigurationError);
  expect(() => readConfiguration({ PORT: '0x10', MIGRATE_ON_START: 'yes' })).toThrow(
    /PORT .*"0x10".*MIGRATE_ON_START .*"yes"/,
  );
});

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
])('refuses the welcome grant "%s" and says how one is written', (WELCOME_GRANT) => {
  expect(() => readConfiguration({ WELCOME_GRANT })).toThrow(
    /WELCOME_GRANT must be .* such as GOLD:100, or none \(it is ".*"\)/,
  );
});
