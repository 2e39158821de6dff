export { type AccountFlow, type EconomyDay, type NamedFlow } from './days.js';
export { Economy, type Positions, type Supply } from './economy.js';
export { EconomyModule } from './economy.module.js';
export { type Holder, type Holders, mostHolders } from './holders.js';
export { type SystemBalance } from './system-balances-at.js';
export { type TransactionRate } from './transaction-rate.js';
