import { Journal } from '@app/ledger';
import { keyOf, operations, reward, topup } from '../../support/postings.js';
import type { TestService } from '../../support/test-service.js';
import { auditFinds } from './forgeries.js';

async function rewardBobAndFrank({ app }: TestService): Promise<void> {
  const journal = app.get(Journal);
  await journal.post(topup('bob', 5), keyOf());
  await journal.post(reward('bob', 'tutorial', 'GOLD'), keyOf());
  const rewards = [reward('frank', 'tutorial', 'GOLD'), reward('frank', 'daily-login', 'GOLD')];
  await journal.post(operations('frank', topup('frank', 5), ...rewards), keyOf());
}

auditFinds(rewardBobAndFrank, [
  [
    'a completion given to another transaction',
    `UPDATE task_completions
     SET transaction_id = (SELECT id FROM transactions WHERE user_id = 'bob' AND type = 'topup' LIMIT 1)
     WHERE user_id = 'bob'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion of another user',
    `UPDATE task_completions SET user_id = 'alice', shard = wallet_shard('alice') WHERE user_id = 'bob'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion removed, which would allow the task again',
    `DELETE FROM task_completions`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
  [
    'a completion of a day other than the paid one',
    `INSERT INTO task_completions SELECT shard, user_id, task_code, '2026-01-31', transaction_id FROM task_completions
     WHERE user_id = 'bob'`,
    ['completions-point-at-rewards'],
  ],
  [
    'one of two completions of a transaction removed',
    `DELETE FROM task_completions WHERE user_id = 'frank' AND task_code = 'tutorial'`,
    ['completions-point-at-rewards', 'rewards-are-completions'],
  ],
]);
