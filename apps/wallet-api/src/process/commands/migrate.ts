import { parseArgs } from 'node:util';
import { migrate } from '@app/database';
import { ConfigurationError } from '../configuration/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { runCommand, say } from './run-command.js';

/**
 * `npm run migrate [-- --service-login NAME]`: brings the schema up to date and gives the service its rights; with a name, also a login
 * that owns nothing. Exits with 0 when that is done.
 */
void runCommand(async (configuration) => {
  const name = readServiceLogin(process.argv.slice(2));
  const database = await openDatabase(configuration, say, { login: 'owner' });
  const notes: string[] = [];
  try {
    const done = await migrate({
      url: database.ownerUrl,
      shardCount: configuration.shardCount,
      serviceLogin:
        name === undefined ? undefined : { name, password: configuration.serviceDatabasePassword },
      log: (note) => notes.push(note),
    });
    say(done.length === 0 ? 'The schema is up to date.' : `Applied ${done.join(', ')}.`);
    if (name !== undefined) say(`The login ${name} is ready for the service.`);
    notes.forEach(say);
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
    // Answered below.
  }
  throw new ConfigurationError(
    'npm run migrate takes no argument but --service-login NAME, the login to be made for the service',
  );
}
