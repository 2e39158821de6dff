import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { seedDemo } from '../../../../../seed/seed-demo.js';
import { createApplication } from '../application.js';
import type { Configuration } from '../configuration/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { announce } from './announce.js';
import { ListenError } from './explain.js';
import { printLine } from './run-command.js';
import { shutdownTimeoutMs, waitForShutdownSignal } from './shutdown.js';
import {
  hasTemporarySecret,
  refuseTemporarySecret,
  temporarySecretWarning,
  tokenOptions,
} from './token-options.js';

/** Starts the service and runs it until a shutdown signal. */
export async function serve(configuration: Configuration): Promise<number> {
  const database = await openDatabase(configuration, printLine, { role: 'service' });
  try {
    const { applied, warnings } = await prepareDatabase(database, configuration);
    if (applied.length > 0) printLine(`Applied ${applied.length} migrations.`);
    const isTemporary = hasTemporarySecret(configuration, database);
    if (isTemporary) warnings.push(temporarySecretWarning);
    const app = await createApplication({
      ...configuration,
      databaseUrl: database.url,
      demoKeys: configuration.seedDemo,
      players: { signUp: configuration.signUp, tokens: tokenOptions(configuration, database) },
      welcomeGrant: configuration.welcomeGrant,
    });
    try {
      if (isTemporary) await refuseTemporarySecret(configuration, app.get(DataSource));
      if (configuration.seedDemo) await seedDemo(app);
      const { log } = app.getHttpAdapter().getInstance();
      for (const warning of warnings) log.warn(warning);
      await app.listen(configuration.port, configuration.host).catch((cause: unknown) => {
        throw new ListenError('The port cannot be opened', { cause });
      });
      const stopped = waitForShutdownSignal(app, { noticeMs: configuration.drainSeconds * 1_000 });
      database.releaseSignals();
      if (database.embedded) announce(await app.getUrl(), { demo: configuration.seedDemo });
      return await Promise.race([stopped, rejectWith(database.lost)]);
    } finally {
      // Once the database is lost, pending requests never finish.
      await Promise.race([app.close(), sleep(shutdownTimeoutMs)]);
    }
  } finally {
    await database.close();
  }
}

async function rejectWith(reason: Promise<Error>): Promise<never> {
  throw await reason;
}
