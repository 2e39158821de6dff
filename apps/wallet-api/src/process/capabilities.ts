import type { AppCapability } from '../capabilities/app-capability.js';
import { adjustments } from '../capabilities/adjustments/adjustments.capability.js';
import { assets } from '../capabilities/assets/assets.capability.js';
import { catalog } from '../capabilities/catalog/catalog.capability.js';
import { changes } from '../capabilities/changes/changes.capability.js';
import { conversion } from '../capabilities/conversion/conversion.capability.js';
import { debts } from '../capabilities/debts/debts.capability.js';
import { economy } from '../capabilities/economy/economy.capability.js';
import { freezes } from '../capabilities/freezes/freezes.capability.js';
import { holds } from '../capabilities/holds/holds.capability.js';
import { operations } from '../capabilities/operations/operations.capability.js';
import { payments } from '../capabilities/payments/payments.capability.js';
import { players } from '../capabilities/players/players.capability.js';
import { reversals } from '../capabilities/reversals/reversals.capability.js';
import { transactions } from '../capabilities/transactions/transactions.capability.js';
import { users } from '../capabilities/users/users.capability.js';
import { verification } from '../capabilities/verification/verification.capability.js';
import { wallets } from '../capabilities/wallets/wallets.capability.js';

/** Every capability of the app, in the order of the API document and of the audit. Add new ones here. */
export const capabilities: readonly AppCapability[] = [
  wallets,
  transactions,
  payments,
  holds,
  users,
  players,
  assets,
  catalog,
  conversion,
  operations,
  adjustments,
  reversals,
  debts,
  changes,
  freezes,
  economy,
  verification,
];
