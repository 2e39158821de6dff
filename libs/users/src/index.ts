export { isKnownUser, type UserPlace } from './known-user.js';
export { openWallet } from './open-wallet.js';
export { Testers } from './testers.js';
export { UserRegistration } from './user-registration.js';
export { type ListedUser, type User, Users } from './users.js';
export { usersCapability } from './users-capability.js';
export { UsersModule } from './users.module.js';
export { type WelcomeGrant } from './welcome.js';
export { isUserId, maxUserIdLength, userIdPattern } from './user-id.js';
