import { AccountEntity } from './account.entity.js';
import { AssetEntity } from './asset.entity.js';
import { UserSaltEntity } from './user-salt.entity.js';

export { Accounts } from './accounts.js';
export { AccountsModule } from './accounts.module.js';
export {
  type AccountAddress,
  addressKey,
  type Owner,
  type SystemAccount,
  systemAccounts,
} from './address.js';
export { type AccountId } from './close-accounts.js';
export { maxAmount } from './amount-limits.js';
export { type Asset, Assets } from './assets.js';
export { type Balance, Balances } from './balances.js';
export { type LockedAccount } from './lock-accounts.js';
export { loadShardMap, ShardMap } from './shard-map.js';

/** The tables of this lib that TypeORM has to know. */
export const accountEntities = [AccountEntity, AssetEntity, UserSaltEntity];
