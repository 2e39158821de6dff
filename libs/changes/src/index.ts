import { ChangeEntity } from './change.entity.js';

export { type Author, type Change, changeKinds, type RecordedChange, type Terms } from './change.js';
export { Changes, type ChangesPage } from './changes.js';
export { ChangesModule } from './changes.module.js';
export { recordChange } from './record-change.js';

/** Register these with TypeORM, as every lib that records changes needs them. */
export const changeEntities = [ChangeEntity];
