import { appendOnly, preparedDatabase, roles } from './refusals.js';
import { ofOwner, withBobInTheSameShard } from './rows.js';

/** Carol has an account without an entry. */
const database = preparedDatabase((post) => post('/v1/users', { userId: 'carol' }));

database.refuses([
  [
    'a negative balance of a user',
    `UPDATE accounts SET balance = -1 WHERE owner_id = 'alice' AND asset_code = 'GOLD'`,
    /accounts_user_never_negative/,
  ],
  [
    'a balance of a user that JSON cannot carry',
    `UPDATE accounts SET balance = 9007199254740992 WHERE owner_id = 'alice' AND asset_code = 'GOLD'`,
    /accounts_user_exact_in_json/,
  ],
  [
    'less in a balance than is held',
    `UPDATE accounts SET held = balance + 1 WHERE shard = wallet_shard('bob') AND owner_id = 'bob' AND asset_code = 'GOLD'`,
    /accounts_user_never_negative/,
  ],
  ['less than nothing held', `UPDATE accounts SET held = -1 WHERE owner_id = 'bob'`, /accounts_held/],
  [
    'a hold on a system account',
    `UPDATE accounts SET held = 1 WHERE owner_kind = 'system'`,
    /accounts_held|permission denied/,
  ],
  ['a negative debt', `UPDATE accounts SET owed = -1`, /accounts_owed|permission denied/],
  [
    'a debt that JSON cannot carry',
    `UPDATE accounts SET owed = 9007199254740992 WHERE owner_kind = 'user'`,
    /accounts_owed|permission denied/,
  ],
  [
    'a debt of a system account',
    `UPDATE accounts SET owed = 1 WHERE owner_kind = 'system'`,
    /accounts_owed|permission denied/,
  ],
  [
    'a lapse time of a system account',
    `UPDATE accounts SET lapses_at = now() WHERE owner_kind = 'system'`,
    /accounts_lapses|permission denied/,
  ],
  [
    'a floor of a user account',
    `UPDATE accounts SET floor = 0 WHERE owner_kind = 'user'`,
    /accounts_floor|permission denied/,
  ],
  [
    'a system account below its floor',
    `UPDATE accounts SET floor = balance + 1 WHERE owner_kind = 'system'`,
    /accounts_floor|permission denied/,
  ],
  [
    'a balance of NaN',
    `UPDATE accounts SET balance = 'NaN' WHERE owner_id = 'treasury'`,
    /accounts_balance_is_a_number/,
  ],
  ['emptied accounts', `TRUNCATE accounts CASCADE`, appendOnly],
  [
    'the removal of an account with its history',
    `DELETE FROM accounts`,
    /only what the same transaction has inserted/,
  ],
  [
    'the removal of an account without entries from an earlier transaction',
    `DELETE FROM accounts WHERE owner_id = 'carol' AND version = 0`,
    /only what the same transaction has inserted/,
  ],
  [
    'the removal of an account that the same transaction has moved',
    `UPDATE accounts SET updated_at = now() WHERE owner_id = 'alice';
     DELETE FROM accounts WHERE owner_id = 'alice' AND version > 0`,
    /does not move to what its newest entry says/,
  ],
]);

database.refusesToApplication([
  ['to give an account to another user', `UPDATE accounts SET owner_id = 'mallory'`],
]);

it.each(roles)('lets the %s remove an account that the same transaction has opened', async (role) => {
  await database.within(role, async (query) => {
    await query(withBobInTheSameShard);
    const removed = await query(`DELETE FROM accounts WHERE ${ofOwner('bob')}`);
    expect(removed.rowCount).toBe(1);
  });
});

it('lets the owner set a hold, a debt, a lapse time and a floor without an entry', async () => {
  await database.within('owner', async (query) => {
    const alice = `UPDATE accounts SET held = 5, owed = 5, lapses_at = now() WHERE ${ofOwner('alice')}`;
    expect((await query(alice)).rowCount).toBe(1);
    const treasury = `UPDATE accounts SET floor = balance - 1 WHERE ${ofOwner('treasury')}`;
    expect((await query(treasury)).rowCount).toBe(1);
  });
});
