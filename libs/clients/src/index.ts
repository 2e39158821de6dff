import { changeEntities } from '@app/changes';
import { ClientEntity, ClientKeyEntity } from './client.entity.js';

export { environmentOfKey } from './api-key.js';
export { type Client, ClientKeys } from './client-keys.js';
export {
  type ClientLimits,
  ClientRegister,
  ClientRegisterError,
  type ListedClient,
} from './client-register.js';
export { ClientsModule } from './clients.module.js';
export { demoClients } from './demo-clients.js';
export { KeyLookupsFullError, KeyLookupStalledError } from './key-lookups.js';
export { type ScopeDefinitions, ScopeRegistry } from './scopes.js';

/** Register these with TypeORM. The register records what it changes. */
export const clientEntities = [ClientEntity, ClientKeyEntity, ...changeEntities];
