export { UserRegistration } from './user-registration.js';
export { type ListedUser, type User, Users } from './users.js';
export { UsersModule } from './users.module.js';
export { type FreezeOrder, type WalletFreeze, WalletFreezes } from './wallet-freezes.js';
export { type WelcomeGrant } from './welcome.js';
export { isUserId, maxUserIdLength, userIdPattern } from './user-id.js';
