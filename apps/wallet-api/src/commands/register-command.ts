import { checkSchema, migrate, postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import { openDatabase } from '../database/open-database.js';
import { runCommand, say } from './run-command.js';

/** What a verb does with its arguments; it answers what to say, or `undefined` if it was not understood. */
type Verb<Register> = (register: Register, args: string[]) => Promise<string> | undefined;

interface RegisterCommand<Register> {
  usage: string;
  applicationName: string;
  register: (dataSource: DataSource) => Register;
  verbs: Readonly<Record<string, Verb<Register>>>;
}

/**
 * Runs a command by which an operator works on a register, as the owner of the tables: the role of the service may not.
 * Ends the process with 0 when it is done, 1 when it cannot be, 2 when it was not understood.
 */
export function runRegisterCommand<Register>({
  usage,
  applicationName,
  register,
  verbs,
}: RegisterCommand<Register>): Promise<void> {
  return runCommand(async (configuration) => {
    const [name = '', ...args] = process.argv.slice(2);
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (!verb) return misunderstood(usage);
    // Only what was asked for goes to stdout.
    const database = await openDatabase(configuration, (line) => process.stderr.write(`${line}\n`));
    try {
      // The embedded database is ours to bring up to date; another one is its operator's.
      if (database.embedded) await migrate({ url: database.url });
      else await checkSchema({ url: database.url });
      const answer = await asOwner({ url: database.url, applicationName }, async (dataSource) =>
        verb(register(dataSource), args),
      );
      if (answer === undefined) return misunderstood(usage);
      say(answer);
      return 0;
    } finally {
      await database.close();
    }
  });
}

function misunderstood(usage: string): number {
  process.stderr.write(usage);
  return 2;
}

async function asOwner<T>(
  { url, applicationName }: { url: string; applicationName: string },
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
