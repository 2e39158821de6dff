import { auditFinds } from './forgeries.js';
import { aliceGold, oweAndReinstate } from './rows.js';

auditFinds(
  (service) => oweAndReinstate(service, 'grace'),
  [
    [
      'a debt that is forgotten',
      `UPDATE accounts SET owed = 0 WHERE owner_id = 'grace'`,
      ['owed-equals-debts'],
    ],
    [
      'a debt of a user who owes nothing',
      `UPDATE accounts SET owed = 1 WHERE id = ${aliceGold}`,
      ['owed-equals-debts'],
    ],
    [
      'a repayment that is not counted',
      `DELETE FROM debt_events WHERE kind = 'repay'`,
      ['debts-as-hashed', 'debts-add-up'],
    ],
    [
      'a repayment to another account',
      `UPDATE debt_events SET source = 'promotions' WHERE kind = 'repay'`,
      ['debts-as-hashed', 'debts-add-up', 'debts-match-transactions'],
    ],
    ['a debt of another user', `UPDATE debt_events SET user_id = 'alice'`, ['debts-match-transactions']],
    [
      'forgiveness turned into a repayment',
      `UPDATE debt_events SET kind = 'repay' WHERE kind = 'forgive'`,
      ['debts-as-hashed', 'debts-match-transactions'],
    ],
    [
      'no debts at all',
      `DELETE FROM debt_events`,
      ['reversals-match-transactions', 'debts-as-hashed', 'owed-equals-debts'],
    ],
  ],
);
