export { freezingCapability } from './freezing-capability.js';
export { type FreezeRefusal } from './freeze-rule.js';
export { FreezesModule } from './freezes.module.js';
export { type FreezeOrder, type WalletFreeze, WalletFreezes } from './wallet-freezes.js';
