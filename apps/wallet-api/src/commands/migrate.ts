import { migrate } from '@app/database';
import { openDatabase } from '../database/open-database.js';
import { runCommand, say } from './run-command.js';

/** `npm run migrate`: brings the schema up to date. */
void runCommand(async (configuration) => {
  const database = await openDatabase(configuration, say);
  try {
    const done = await migrate({ url: database.url, shardCount: configuration.shardCount });
    say(done.length === 0 ? 'The schema is up to date.' : `Applied ${done.join(', ')}.`);
  } finally {
    await database.close();
  }
  return 0;
});
