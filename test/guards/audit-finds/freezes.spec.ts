import type { TestService } from '../../support/test-service.js';
import { auditFinds } from './forgeries.js';

async function freezeThrice({ client }: TestService): Promise<void> {
  for (const action of ['freeze', 'unfreeze', 'freeze']) {
    await client.post(`/v1/users/bob/${action}`, { reason: 'a test' });
  }
}

auditFinds(freezeThrice, [
  [
    'a released account of a frozen wallet',
    `UPDATE accounts SET frozen_at = NULL WHERE owner_id = 'bob' AND asset_code = 'GOLD'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a wallet released without a record',
    `UPDATE accounts SET frozen_at = NULL WHERE owner_id = 'bob'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a wallet frozen without a record',
    `UPDATE accounts SET frozen_at = now() WHERE owner_id = 'alice'`,
    ['wallets-frozen-as-a-whole'],
  ],
  [
    'a freeze removed from the history',
    `DELETE FROM wallet_freezes WHERE number = 2`,
    ['freezes-take-turns', 'places-gapless'],
  ],
  [
    'a freeze turned into a release',
    `UPDATE wallet_freezes SET action = 'unfreeze' WHERE number = 1`,
    ['freezes-take-turns'],
  ],
  [
    'a freeze dated after its successor',
    `UPDATE wallet_freezes SET created_at = created_at + interval '1 day' WHERE number = 1`,
    ['freezes-take-turns', 'places-gapless'],
  ],
]);
