import { migrate, pendingMigrations } from '@app/database';
import { ShardMap } from '@app/accounts';
import { Journal } from '@app/ledger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { seedDemo } from '../../../../seed/seed-demo.js';
import { createApplication } from '../application.js';
import { type Configuration, ConfigurationError } from '../configuration/configuration.js';
import { type OpenDatabase, openDatabase } from '../database/open-database.js';
import { say } from './run-command.js';
import { untilToldToStop } from './shutdown.js';

/** Starts the service and runs it until it is told to stop. */
export async function serve(configuration: Configuration): Promise<number> {
  const database = await openDatabase(configuration, say);
  try {
    if (configuration.migrateOnStart) {
      const done = await migrate({ url: database.url, shardCount: configuration.shardCount });
      if (done.length > 0) say(`Applied ${done.length} migrations.`);
    }
    const app = await createApplication({ databaseUrl: database.url, logLevel: configuration.logLevel });
    try {
      await checkDatabase(app, configuration);
      if (configuration.seedDemo) await seedDemo(app.get(DataSource), app.get(Journal));
      await app.listen(configuration.port, configuration.host);
      announce(await app.getUrl(), database);
      return await untilToldToStop(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

async function checkDatabase(app: NestFastifyApplication, { shardCount }: Configuration): Promise<void> {
  const pending = await pendingMigrations(app.get(DataSource));
  if (pending.length > 0) {
    throw new ConfigurationError(`${pending.length} migrations are pending: run \`npm run migrate\` first`);
  }
  const actual = app.get(ShardMap).count;
  if (shardCount !== undefined && shardCount !== actual) {
    throw new ConfigurationError(
      `SHARD_COUNT is ${shardCount}, but this database was initialised with ${actual} shards, which cannot change: unset SHARD_COUNT, or use another database`,
    );
  }
}

/** The log is for machines; this is for whoever has just typed `npm start`. */
function announce(url: string, { embedded }: OpenDatabase): void {
  if (!embedded) return;
  say(`
  The wallet is up, on a PostgreSQL of its own.

    API          ${url}/v1
    Swagger UI   ${url}/docs
    OpenAPI      ${url}/openapi.json

  Try it:

    curl -s ${url}/v1/wallets/alice
    curl -s ${url}/v1/wallets/alice/GOLD/spend -H 'Idempotency-Key: my-first-spend' -H 'Content-Type: application/json' -d '{"amount": 30, "description": "Iron sword"}'

  Ctrl-C stops it; the data stays.
`);
}
