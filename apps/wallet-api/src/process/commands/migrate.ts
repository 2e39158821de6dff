import { parseArgs } from 'node:util';
import { migrate } from '@app/database';
import { ConfigurationError } from '../configuration/configuration.js';
import { environmentOfNew } from '../database/environment-of-new.js';
import { openDatabase } from '../database/open-database.js';
import { printLine, runCommand } from './run-command.js';

/**
 * `npm run migrate [-- --service-login NAME]`: applies pending migrations and grants the service its rights. With a name, also
 * prepares a login for the service that owns nothing. Exits with 0 on success.
 */
void runCommand(async (configuration) => {
  const name = readServiceLogin(process.argv.slice(2));
  const database = await openDatabase(configuration, printLine, { login: 'owner' });
  const notes: string[] = [];
  try {
    const done = await migrate({
      url: database.ownerUrl,
      shardCount: configuration.shardCount,
      environment: environmentOfNew(configuration),
      placementGroups: configuration.placementGroups,
      serviceLogin:
        name === undefined ? undefined : { name, password: configuration.serviceDatabasePassword },
      log: (note) => notes.push(note),
    });
    printLine(done.length === 0 ? 'The schema is up to date.' : `Applied ${done.join(', ')}.`);
    if (name !== undefined) printLine(`The login ${name} is ready for the service.`);
    notes.forEach(printLine);
  } finally {
    await database.close();
  }
  return 0;
});

function readServiceLogin(args: string[]): string | undefined {
  try {
    const { values } = parseArgs({ args, options: { 'service-login': { type: 'string' } } });
    if (values['service-login'] !== '') return values['service-login'];
  } catch {
    // Reported below.
  }
  throw new ConfigurationError(
    'npm run migrate takes only --service-login NAME, the login to create for the service',
  );
}
