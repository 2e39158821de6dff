import { changeEntities } from '@app/changes';
import { appCapability } from '../app-capability.js';
import { ChangesApiModule } from './changes.module.js';

export const changes = appCapability({
  name: 'changes',
  module: ChangesApiModule,
  entities: changeEntities,
});
