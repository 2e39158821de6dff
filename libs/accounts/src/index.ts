import { AccountEntity } from './account.entity.js';
import { AssetEntity } from './asset.entity.js';
import { UserSaltEntity } from './user-salt.entity.js';

export { AccountsModule } from './accounts.module.js';
export { type AccountAddress, addressKey, type Owner, systemOwner, userOwner } from './address.js';
export { type AccountId, closeAccounts } from './close-accounts.js';
export { asExactInteger, exactInteger, maxAmount } from './exact-integer.js';
export { findAccounts } from './find-accounts.js';
export { FoundCache } from './found-cache.js';
export { freezeAccounts } from './freeze-accounts.js';
export { type Asset, Assets } from './assets.js';
export { availableOf, balanceTag, type Funds, takeableOf } from './available.js';
export { type Balance, Balances } from './balances.js';
export { imagineAccounts } from './imagine-accounts.js';
export { lockAccounts, type LockedAccount, peekAtAccounts } from './lock-accounts.js';
export { moveBalances, type MovedAccount } from './move-balances.js';
export { openAccounts } from './open-accounts.js';
export { takeBackSalts } from './user-salts.js';
export { loadShardMap, ShardMap } from './shard-map.js';
export { type PlacementGroup, ShardPlacement } from './shard-placement.js';

/** Register these with TypeORM. */
export const accountEntities = [AccountEntity, AssetEntity, UserSaltEntity];
