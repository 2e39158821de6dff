import { checkSchema, migrate } from '@app/database';
import { seedDemo } from '../../../../seed/seed-demo.js';
import { createApplication } from '../application.js';
import type { Configuration } from '../configuration/configuration.js';
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
    await checkSchema({ url: database.url, shardCount: configuration.shardCount });
    const app = await createApplication({
      databaseUrl: database.url,
      logLevel: configuration.logLevel,
      demoKeys: configuration.seedDemo,
      welcomeGrant: configuration.welcomeGrant,
    });
    try {
      if (configuration.seedDemo) await seedDemo(app);
      await app.listen(configuration.port, configuration.host);
      announce(await app.getUrl(), database);
      return await untilToldToStop(app, { noticeMs: configuration.drainSeconds * 1_000 });
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

/** The log is for machines; this is for whoever has just typed `npm start`. */
function announce(url: string, { embedded }: OpenDatabase): void {
  if (!embedded) return;
  say(`
  The wallet is up, on a PostgreSQL of its own.

    API          ${url}/v1
    Swagger UI   ${url}/docs
    Reference    ${url}/reference
    OpenAPI      ${url}/openapi.json

  Try it:

    curl -s ${url}/v1/wallets/alice
    curl -s ${url}/v1/wallets/alice/GOLD/spend -H 'Idempotency-Key: my-first-spend' -H 'Content-Type: application/json' -d '{"amount": 30, "description": "Iron sword"}'

  Ctrl-C stops it; the data stays.
`);
}
