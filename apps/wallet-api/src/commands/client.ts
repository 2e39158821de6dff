import { ClientRegister, type ListedClient, scopes } from '@app/clients';
import { checkSchema, migrate, postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import { openDatabase } from '../database/open-database.js';
import { runCommand, say } from './run-command.js';

const usage = `
  npm run client -- create <id> <scope>...    registers a program that may call the service, and shows its key
  npm run client -- list                      every client with the ends of its keys
  npm run client -- rotate <id>               gives a client a second key, and shows it; the first goes on working
  npm run client -- revoke <id> <end of key>  ends one key
  npm run client -- revoke <id>               ends a client with all of its keys, for good

  Scopes: ${scopes.join(', ')}. None includes another.
`;

/** What each verb does with the register; it answers what to say. */
const verbs: Record<string, (register: ClientRegister, args: string[]) => Promise<string> | undefined> = {
  create: (register, [id, ...wanted]) =>
    id === undefined
      ? undefined
      : register.create(id, wanted).then((key) => shown(key, `${id} (${wanted.join(', ')})`)),
  list: (register, args) => (args.length > 0 ? undefined : register.list().then(listed)),
  rotate: (register, [id, ...rest]) =>
    id === undefined || rest.length > 0
      ? undefined
      : register.rotate(id).then((key) => `${shown(key, id)}${afterRotation(id)}`),
  revoke: (register, [id, hint, ...rest]) =>
    id === undefined || rest.length > 0
      ? undefined
      : register
          .revoke(id, hint)
          .then(
            () =>
              `Revoked ${hint === undefined ? `${id} with all of its keys` : `the key ${hint} of ${id}`}. ${delay}`,
          ),
};

const delay = 'A running service notices within 5 seconds.';

/** `npm run client`: 0 when it is done, 1 when it cannot be, 2 when it was not understood. */
void runCommand(async (configuration) => {
  const [verb = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(verbs, verb)) return misunderstood();
  // Only what was asked for goes to stdout.
  const database = await openDatabase(configuration, (line) => process.stderr.write(`${line}\n`));
  try {
    // The embedded database is ours to bring up to date; another one is its operator's.
    if (database.embedded) await migrate({ url: database.url });
    else await checkSchema({ url: database.url });
    const answer = await withRegister(database.url, async (register) => verbs[verb]?.(register, args));
    if (answer === undefined) return misunderstood();
    say(answer);
    return 0;
  } finally {
    await database.close();
  }
});

function misunderstood(): number {
  process.stderr.write(usage);
  return 2;
}

/** The register is written as the owner of the tables: the role of the service may only read it. */
async function withRegister<T>(url: string, work: (register: ClientRegister) => Promise<T>): Promise<T> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'wallet-client' });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await work(new ClientRegister(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

function shown(key: string, whose: string): string {
  return `
  A key for ${whose}:

    ${key}

  It is shown this once. Keep it where secrets are kept, and send it as

    Authorization: Bearer ${key}
`;
}

function afterRotation(id: string): string {
  return `
  Both keys work now. When the old one is no longer in use:

    npm run client -- list
    npm run client -- revoke ${id} <end of the old key>
`;
}

function listed(clients: ListedClient[]): string {
  if (clients.length === 0) return 'There is no client yet; `npm run client -- create` makes one.';
  return clients.map(line).join('\n');
}

function line({ id, scopes: granted, createdAt, revokedAt, keys }: ListedClient): string {
  const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : `since ${createdAt.toISOString()}`;
  const ofKeys = keys.map(({ hint, revokedAt: ended, createdAt: begun }) =>
    ended ? `    …${hint}  revoked ${ended.toISOString()}` : `    …${hint}  since ${begun.toISOString()}`,
  );
  return [`${id}  ${granted.join(' ')}  ${state}`, ...ofKeys].join('\n');
}
