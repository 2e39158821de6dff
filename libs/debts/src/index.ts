export {
  type DebtEvent,
  debtEffect,
  type DebtName,
  incurDebt,
  type OpenDebt,
  settleDebts,
} from './debt-event.js';
export { type SettledDebt } from './debt-effects.js';
export { DebtSession, type Settled } from './debt-session.js';
export { debtsCapability } from './debts-capability.js';
export { DebtsModule } from './debts.module.js';
export { joinLastDebtNumbers, selectDebtOf, selectSettled } from './debts-sql.js';
export { type DebtorPage, Debts } from './debts.js';
export { type Forgiveness, type ForgivenessRefusal, forgivenessRule } from './forgiveness-rule.js';
