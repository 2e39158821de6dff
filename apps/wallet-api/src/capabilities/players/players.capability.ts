import { playerEntities } from '@app/players';
import { appCapability } from '../app-capability.js';
import { PlayersApiModule } from './players.module.js';
import { playerErrors, playerProblems } from './players.problems.js';

export const players = appCapability({
  name: 'players',
  module: PlayersApiModule,
  entities: playerEntities,
  problems: playerProblems,
  errors: playerErrors,
});
