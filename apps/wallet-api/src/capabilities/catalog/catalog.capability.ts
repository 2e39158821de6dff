import { catalogCapability, catalogEntities, catalogMembers } from '@app/catalog';
import { appCapability } from '../app-capability.js';
import { CatalogApiModule } from './catalog.module.js';
import { catalogErrors, catalogProblems } from './catalog.problems.js';
import { catalogScopes } from './catalog.scopes.js';

export const catalog = appCapability({
  name: 'catalog',
  module: CatalogApiModule,
  entities: catalogEntities,
  ledger: catalogCapability,
  scopes: catalogScopes,
  problems: catalogProblems,
  errors: catalogErrors,
  reservedMetadata: { members: catalogMembers, writer: 'the catalogue' },
});
