import { PlayerEntity } from './player.entity.js';

export {
  canBePassword,
  maxRawLength,
  normalisePassword,
  passwordFault,
  passwordLength,
} from './passwords/password-rules.js';
export { hasPlayers } from './has-players.js';
export type { Origin } from './passwords/hashing-queue.js';
export { type ListedPlayer, PlayerRegister } from './player-register.js';
export { Players } from './players.js';
export { PlayersError } from './players-error.js';
export { PlayersModule, type TokenOptions } from './players.module.js';
export { ExternalTokens } from './tokens/external-tokens.js';
export { minimumSecretBytes, OwnTokens, tokenLifetimeSeconds } from './tokens/own-tokens.js';
export { PlayerTokens, TokenError } from './tokens/player-tokens.js';

/** Register these with TypeORM. */
export const playerEntities = [PlayerEntity];
