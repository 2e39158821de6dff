import { parseArgs } from 'node:util';
import { clientEntities, ClientRegister, type ListedClient, type StorageLimits } from '@app/clients';
import { scopes } from '../scopes.js';
import { runRegisterCommand } from './register-command.js';

const usage = `
  npm run client -- create <id> <scope>...    registers a program that may call the service, and shows its key
  npm run client -- list                      every client, with the last characters of its keys
  npm run client -- rotate <id>               gives a client a second key, and shows it; the first keeps working
  npm run client -- limit <id> --daily-refusals <number> --daily-bytes <number>
                                              limits what a client may store in a day, per instance; off for no limit
  npm run client -- revoke <id> <end of key>  revokes one key
  npm run client -- revoke <id>               revokes a client and all its keys, for good
  npm run client -- scopes <id> <scope>...    replaces a client's scopes; its keys stay valid

  Scopes:
${scopes
  .list()
  .map(({ name, allows }) => `    ${name.padEnd(14)} ${allows}`)
  .join('\n')}
`;

const delay = 'A running service notices within 5 seconds.';

/** `npm run client`; see `runRegisterCommand` for the exit codes. */
void runRegisterCommand({
  usage,
  applicationName: 'wallet-client',
  entities: clientEntities,
  register: (dataSource) => new ClientRegister(dataSource, scopes),
  verbs: {
    create: (register, [id, ...wanted]) =>
      id === undefined
        ? undefined
        : register.create(id, wanted).then((key) => keyNotice(key, `${id} (${wanted.join(', ')})`)),
    list: (register, args) => (args.length > 0 ? undefined : register.list().then(listOf)),
    rotate: (register, [id, ...rest]) =>
      id === undefined || rest.length > 0
        ? undefined
        : register.rotate(id).then((key) => `${keyNotice(key, id)}${rotationNotice(id)}`),
    limit: (register, args) => {
      const wanted = readLimits(args);
      return wanted && register.limit(wanted.id, wanted).then(() => `Limited ${wanted.id}. ${delay}`);
    },
    revoke: (register, [id, hint, ...rest]) =>
      id === undefined || rest.length > 0
        ? undefined
        : register
            .revoke(id, hint)
            .then(
              () =>
                `Revoked ${hint === undefined ? `${id} with all of its keys` : `the key ${hint} of ${id}`}. ${delay}`,
            ),
    scopes: (register, [id, ...wanted]) =>
      id === undefined
        ? undefined
        : register.changeScopes(id, wanted).then(() => `${id} now has ${wanted.join(', ')}. ${delay}`),
  },
});

/** `undefined` unless given one client and at least one limit. */
function readLimits(args: string[]): ({ id: string } & StorageLimits) | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'daily-refusals': { type: 'string' }, 'daily-bytes': { type: 'string' } },
      allowPositionals: true,
    });
    const [id, ...rest] = positionals;
    const { 'daily-refusals': refusals, 'daily-bytes': bytes } = values;
    if (id === undefined || rest.length > 0 || (refusals === undefined && bytes === undefined))
      return undefined;
    return { id, refusals: readLimit(refusals), bytes: readLimit(bytes) };
  } catch {
    return undefined;
  }
}

function readLimit(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return text === 'off' ? null : /^\d+$/.test(text) ? Number(text) : NaN;
}

function keyNotice(key: string, whose: string): string {
  return `
  A key for ${whose}:

    ${key}

  It is shown only once. Store it as a secret, and send it as

    Authorization: Bearer ${key}
`;
}

function rotationNotice(id: string): string {
  return `
  Both keys work now. When the old one is no longer in use:

    npm run client -- list
    npm run client -- revoke ${id} <end of the old key>
`;
}

function listOf(clients: ListedClient[]): string {
  if (clients.length === 0) return 'There are no clients yet; create one with `npm run client -- create`.';
  return clients.map(lineOf).join('\n');
}

function lineOf({ id, scopes: granted, createdAt, revokedAt, keys, ...limits }: ListedClient): string {
  const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : `since ${createdAt.toISOString()}`;
  const ofKeys = keys.map(({ hint, revokedAt: ended, createdAt: begun }) =>
    ended ? `    …${hint}  revoked ${ended.toISOString()}` : `    …${hint}  since ${begun.toISOString()}`,
  );
  return [`${id}  ${granted.join(' ')}  ${state}`, ...limitsOf(limits), ...ofKeys].join('\n');
}

function limitsOf({
  dailyRefusals,
  dailyBytes,
}: Pick<ListedClient, 'dailyRefusals' | 'dailyBytes'>): string[] {
  const limits = [
    ...(dailyRefusals === null ? [] : [`${dailyRefusals} refusals`]),
    ...(dailyBytes === null ? [] : [`${dailyBytes} bytes`]),
  ];
  return limits.length === 0 ? [] : [`    stores at most ${limits.join(' and ')} in a day`];
}
