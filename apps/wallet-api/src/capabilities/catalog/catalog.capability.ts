import { catalogCapability, catalogEntities, catalogMembers } from '@app/catalog';
import { appCapability } from '../app-capability.js';
import { catalogOperations } from './catalog-operations.js';
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
  operations: catalogOperations,
  reservedMetadata: { members: catalogMembers, writer: 'the catalogue' },
});
