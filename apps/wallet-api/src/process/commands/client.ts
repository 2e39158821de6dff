import { parseArgs } from 'node:util';
import { type ClientLimits, clientEntities, ClientRegister, type ListedClient } from '@app/clients';
import { scopes } from '../scopes.js';
import { runRegisterCommand } from './register-command.js';

const usage = `
  npm run client -- create <id> <scope>...    registers a program that may call the service, and shows its key;
                                              accepts the options of limit
  npm run client -- list                      every client, with the last characters of its keys
  npm run client -- rotate <id>               gives a client a second key, and shows it; the first keeps working
  npm run client -- limit <id> --daily-refusals <number> --daily-bytes <number>
                                              limits what a client may store in a day, per instance; off for no limit
  npm run client -- limit <id> --max-adjustment <amount>
                                              limits each of its adjustments; off for no limit
  npm run client -- revoke <id> <end of key>  revokes one key
  npm run client -- revoke <id>               revokes a client and all its keys, for good
  npm run client -- scopes <id> <scope>...    replaces a client's scopes; its keys stay valid

  Scopes:
${scopes
  .list()
  .map(({ name, allows }) => `    ${name.padEnd(14)} ${allows}`)
  .join('\n')}
`;

const limitOptions = {
  'daily-refusals': { type: 'string' },
  'daily-bytes': { type: 'string' },
  'max-adjustment': { type: 'string' },
} as const;

const delay = 'A running service notices within 5 seconds.';

/** `npm run client`; see `runRegisterCommand` for the exit codes. */
void runRegisterCommand({
  usage,
  applicationName: 'wallet-client',
  entities: clientEntities,
  register: (dataSource) => new ClientRegister(dataSource, scopes),
  verbs: {
    create: (register, args) => {
      const wanted = readArgs(args);
      return (
        wanted &&
        register
          .create(wanted.id, wanted.rest, wanted.limits)
          .then((key) => keyNotice(key, `${wanted.id} (${wanted.rest.join(', ')})`))
      );
    },
    list: (register, args) => (args.length > 0 ? undefined : register.list().then(listOf)),
    rotate: (register, [id, ...rest]) =>
      id === undefined || rest.length > 0
        ? undefined
        : register.rotate(id).then((key) => `${keyNotice(key, id)}${rotationNotice(id)}`),
    limit: (register, args) => {
      const wanted = readArgs(args);
      if (!wanted || wanted.rest.length > 0 || isEmpty(wanted.limits)) return undefined;
      return register.limit(wanted.id, wanted.limits).then(() => `Limited ${wanted.id}. ${delay}`);
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

/** `undefined` without a client, or with an unknown option. */
function readArgs(args: string[]): { id: string; rest: string[]; limits: ClientLimits } | undefined {
  try {
    const { values, positionals } = parseArgs({ args, options: limitOptions, allowPositionals: true });
    const [id, ...rest] = positionals;
    if (id === undefined) return undefined;
    const limits = {
      refusals: readLimit(values['daily-refusals']),
      bytes: readLimit(values['daily-bytes']),
      adjustment: readLimit(values['max-adjustment']),
    };
    return { id, rest, limits };
  } catch {
    return undefined;
  }
}

function isEmpty(limits: ClientLimits): boolean {
  return Object.values(limits).every((limit) => limit === undefined);
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
  maxAdjustment,
}: Pick<ListedClient, 'dailyRefusals' | 'dailyBytes' | 'maxAdjustment'>): string[] {
  const stored = [
    ...(dailyRefusals === null ? [] : [`${dailyRefusals} refusals`]),
    ...(dailyBytes === null ? [] : [`${dailyBytes} bytes`]),
  ];
  return [
    ...(stored.length === 0 ? [] : [`    stores at most ${stored.join(' and ')} in a day`]),
    ...(maxAdjustment === null ? [] : [`    adjusts a balance by at most ${maxAdjustment}`]),
  ];
}
