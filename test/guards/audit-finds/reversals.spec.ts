import { auditFinds } from './forgeries.js';
import { oweAndReinstate } from './rows.js';

auditFinds(
  (service) => oweAndReinstate(service, 'grace'),
  [
    [
      'more reversed than was asked for',
      `UPDATE reversals SET asked = asked + 1, written_off = written_off + 1, reversed_after = reversed_after + 1
     WHERE kind = 'reversal'`,
      ['reversals-as-hashed', 'reversals-add-up'],
    ],
    ['another cause of a reversal', `UPDATE reversals SET cause = 'goodwill'`, ['reversals-as-hashed']],
    [
      'a reversal removed, whose transaction could then be reversed again',
      `DELETE FROM reversals WHERE number = 1`,
      ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
    ],
    [
      'an original that allows more',
      `UPDATE reversals SET original_amount = original_amount + 1`,
      ['reversals-as-hashed', 'reversals-add-up'],
    ],
    [
      'a reversal of another original',
      `UPDATE reversals SET original_id = (SELECT id FROM transactions WHERE type = 'conversion') WHERE number = 1;
     UPDATE reversals SET number = 1, original_id = (SELECT id FROM transactions WHERE type = 'conversion') WHERE number = 3`,
      ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
    ],
    [
      'credits that a reversal did not take',
      `UPDATE reversals SET taken = taken + 1, owed = owed - 1 WHERE kind = 'reversal'`,
      ['reversals-as-hashed', 'reversals-match-transactions'],
    ],
    [
      'a reinstatement of more than its reversal',
      `UPDATE reversals SET asked = 100, owed = 15, written_off = 85, reversed_after = 0 WHERE kind = 'reinstatement';
     UPDATE reversals SET asked = 99, owed = 49 WHERE kind = 'reversal'`,
      ['reversals-as-hashed', 'reversals-add-up', 'reversals-match-transactions'],
    ],
  ],
);
