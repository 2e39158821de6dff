import { Journal } from '@app/ledger';
import { keyOf, operations, reward, spend, topup } from '../../support/postings.js';
import type { TestService } from '../../support/test-service.js';
import { auditFinds } from './forgeries.js';

async function postOperations({ app }: TestService): Promise<void> {
  const journal = app.get(Journal);
  await journal.post(operations('frank', topup('frank', 5), reward('frank', 'tutorial', 'GOLD')), keyOf());
  await journal.post(spend('alice', 30), keyOf());
}

auditFinds(postOperations, [
  [
    'an operation turned into another',
    `UPDATE transaction_operations SET type = 'bonus' WHERE type = 'topup'`,
    ['operations-as-hashed'],
  ],
  [
    'an operation without its terms',
    `UPDATE transaction_operations SET metadata = '{}' WHERE position = 1`,
    ['operations-as-hashed'],
  ],
  [
    'operations of another transaction',
    `INSERT INTO transaction_operations (shard, transaction_id, position, first_leg, legs, type, metadata)
     SELECT shard, id, 0, 0, 1, 'spend', '{}' FROM transactions WHERE type = 'spend'`,
    ['operations-as-hashed'],
    'full audits only',
  ],
  [
    'a missing operation',
    `DELETE FROM transaction_operations WHERE position = 1`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
  [
    'operations that share a leg',
    `UPDATE transaction_operations SET first_leg = 0 WHERE position = 1`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
  [
    'no operations at all',
    `DELETE FROM transaction_operations`,
    ['operations-as-hashed', 'operations-cover-their-legs'],
  ],
]);
