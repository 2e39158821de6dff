import { checkSchema, migrate, postgresOptions, requireOwner } from '@app/database';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { environmentOfNew } from '../database/environment-of-new.js';
import { openDatabase } from '../database/open-database.js';
import { printLine, runCommand } from './run-command.js';

/** Resolves with the output of a subcommand; `undefined` if its arguments are wrong. */
type Verb<Register> = (register: Register, args: string[]) => Promise<string> | undefined;

interface RegisterCommand<Register> {
  usage: string;
  applicationName: string;
  /** The TypeORM entities that the register uses. */
  entities?: DataSourceOptions['entities'];
  register: (dataSource: DataSource) => Register;
  verbs: Readonly<Record<string, Verb<Register>>>;
}

/**
 * Runs an operator's command on a register. Connects as the owner of the tables because the role of the service lacks the rights.
 * Exits with 0 on success, 1 on failure, 2 on wrong usage.
 */
export function runRegisterCommand<Register>({
  usage,
  applicationName,
  entities,
  register,
  verbs,
}: RegisterCommand<Register>): Promise<void> {
  return runCommand(async (configuration) => {
    const [name = '', ...args] = process.argv.slice(2);
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (!verb) return failWithUsage(usage);
    // stdout carries only the result.
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const database = await openDatabase(configuration, log, { create: false, login: 'owner' });
    try {
      // Only the embedded database is migrated here; operators migrate theirs with `npm run migrate`.
      if (database.embedded)
        await migrate({ url: database.ownerUrl, environment: environmentOfNew(configuration) });
      else await requireOwner(database.ownerUrl);
      await checkSchema({ url: database.ownerUrl, as: 'owner', environment: configuration.environment });
      const answer = await asOwner(
        { url: database.ownerUrl, applicationName, entities },
        async (dataSource) => verb(register(dataSource), args),
      );
      if (answer === undefined) return failWithUsage(usage);
      printLine(answer);
      return 0;
    } finally {
      await database.close();
    }
  });
}

function failWithUsage(usage: string): number {
  process.stderr.write(usage);
  return 2;
}

async function asOwner<T>(
  {
    url,
    applicationName,
    entities,
  }: Pick<RegisterCommand<unknown>, 'applicationName' | 'entities'> & { url: string },
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName });
  const dataSource = await new DataSource({ ...options, entities }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
