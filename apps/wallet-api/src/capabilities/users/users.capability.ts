import { usersCapability } from '@app/users';
import { appCapability } from '../app-capability.js';
import { userScopes } from './user.scopes.js';
import { UsersApiModule } from './users.module.js';
import { userProblems } from './users.problems.js';

export const users = appCapability({
  name: 'users',
  module: UsersApiModule,
  ledger: usersCapability,
  scopes: userScopes,
  problems: userProblems,
});
