import { type ListedPlayer, PlayerRegister, tokenLifetimeSeconds } from '@app/players';
import { runRegisterCommand } from './register-command.js';

const usage = `
  npm run player -- list [<beginning of ids>]  the players with a password here, by id
  npm run player -- reset-password <id>        sets a new password for a player, and shows it
  npm run player -- remove <id>                removes the password of a player; the wallet and its history stay
`;

/** Bounds the output, at more lines than a person reads. */
const maxListed = 1_000;

/** `npm run player`; see `runRegisterCommand` for the exit codes. */
void runRegisterCommand({
  usage,
  applicationName: 'wallet-player',
  register: (dataSource) => new PlayerRegister(dataSource),
  verbs: {
    list: (register, [prefix = '', ...rest]) =>
      rest.length > 0 ? undefined : register.list({ prefix, limit: maxListed + 1 }).then(listOf),
    'reset-password': (register, [id, ...rest]) =>
      id === undefined || rest.length > 0
        ? undefined
        : register.resetPassword(id).then((password) => passwordNotice(password, id)),
    remove: (register, [id, ...rest]) =>
      id === undefined || rest.length > 0
        ? undefined
        : register
            .remove(id)
            .then(() => `${id} can no longer log in. ${tokensStayValid} ${idStaysTaken(id)}`),
  },
});

const tokensStayValid = `Issued tokens work for up to ${tokenLifetimeSeconds / 60} more minutes; freeze the wallet if that is too long.`;

function idStaysTaken(id: string): string {
  return `The wallet stays, and no one can sign up as ${id} again.`;
}

function passwordNotice(password: string, id: string): string {
  return `
  The new password of ${id}:

    ${password}

  It is shown only once. The old one no longer works. ${tokensStayValid}
`;
}

function listOf(players: ListedPlayer[]): string {
  if (players.length === 0) return 'There is no such player.';
  const lines = players
    .slice(0, maxListed)
    .map(({ userId, createdAt }) => `${userId}  since ${createdAt.toISOString()}`);
  const more =
    players.length > maxListed ? ['There are more; narrow the list with the beginning of their ids.'] : [];
  return [...lines, ...more].join('\n');
}
