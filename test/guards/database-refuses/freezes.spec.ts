import { appendOnly, preparedDatabase, roles } from './refusals.js';

const database = preparedDatabase((post) => post('/v1/users/alice/freeze', { reason: 'a test' }));

function anotherFreeze(number: number, action: string, reason = 'x'): string {
  return `INSERT INTO wallet_freezes (shard, user_id, number, action, reason, client_id, created_at, place)
          VALUES (wallet_shard('alice'), 'alice', ${number}, '${action}', '${reason}', 'x', now(), 1000)`;
}

database.refuses([
  ['a changed freeze', `UPDATE wallet_freezes SET reason = 'another'`, appendOnly],
  ['a deleted freeze', `DELETE FROM wallet_freezes`, appendOnly],
  ['emptied freezes', `TRUNCATE wallet_freezes`, appendOnly],
  ['a freeze with a duplicate number', anotherFreeze(1, 'freeze'), /duplicate key.*wallet_freezes_pkey/],
  ['a freeze without a reason', anotherFreeze(2, 'unfreeze', ''), /wallet_freezes_reason_check/],
  ['an unknown action', anotherFreeze(2, 'thaw'), /wallet_freezes_action_check/],
]);

it.each(roles)('accepts that the %s unfreezes a frozen wallet', async (role) => {
  await database.within(role, (query) => query(anotherFreeze(2, 'unfreeze')));
});
