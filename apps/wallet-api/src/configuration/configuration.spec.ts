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
