import { preparedDatabase, roles } from './refusals.js';
import { balanced, entries, transaction, withBobInTheSameShard } from './rows.js';

const database = preparedDatabase();

database.refuses([
  [
    'a transaction whose entries do not sum to zero',
    transaction() +
      entries([
        { owner: 'alice', amount: 5 },
        { owner: 'treasury', amount: -4 },
      ]),
    /not a balanced movement/,
  ],
  ['a single entry', transaction() + entries([{ owner: 'alice', amount: 5 }]), /not a balanced movement/],
  [
    'a movement from one user to another',
    withBobInTheSameShard +
      transaction() +
      entries([
        { owner: 'alice', amount: -5 },
        { owner: 'bob', amount: 5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'a movement of a user other than that of the transaction',
    transaction({ user: 'bob' }) + entries(balanced),
    /not a balanced movement/,
  ],
  [
    'a movement inside the system',
    transaction() +
      entries([
        { owner: 'treasury', amount: -5 },
        { owner: 'treasury', asset: 'SILVER', amount: 5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'two assets that only balance together',
    transaction() +
      entries([
        { owner: 'alice', amount: 5 },
        { owner: 'treasury', asset: 'SILVER', amount: -5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'entries added to a past transaction',
    `INSERT INTO entries (shard, leg, account_id, version, place, amount, balance_after, created_at, hash)
     SELECT e.shard, 9, account_id, a.version + 1, place, amount, a.balance + amount, e.created_at, hash
     FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id WHERE (e.shard, e.place) = (SELECT shard, place FROM transactions WHERE user_id = 'alice' LIMIT 1)`,
    /not a balanced movement/,
  ],
  [
    'a duplicate version of an account',
    transaction() +
      entries([
        { owner: 'alice', amount: 5, version: 1 },
        { owner: 'treasury', amount: -5 },
      ]),
    /duplicate key.*entries_pkey/,
  ],
  [
    'a leg with two credits',
    transaction() +
      entries([
        { owner: 'treasury', amount: -10, leg: 0 },
        { owner: 'alice', amount: 5, leg: 0 },
        { owner: 'alice', amount: 5, leg: 0, version: 1001 },
      ]),
    /duplicate key.*entries_by_transaction/,
  ],
  [
    'an entry of zero',
    transaction() +
      entries([
        { owner: 'alice', amount: 0 },
        { owner: 'treasury', amount: 0 },
      ]),
    /entries_amount_check/,
  ],
  [
    'an entry that leads to NaN',
    transaction() + entries(balanced).replace('a.balance + side.amount', `'NaN'::numeric`),
    /entries_balance_after_is_a_number/,
  ],
  [
    'a transaction with an unknown kind of actor',
    transaction({ actor: 'robot:x' }) + entries(balanced),
    /transactions_actor/,
  ],
  [
    'a transaction by a client without an id',
    transaction({ actor: 'client:' }) + entries(balanced),
    /transactions_actor/,
  ],
  [
    'effects without a valid digest',
    transaction().replace('place)', 'place, effects_digest)').replace(', 1000)', `, 1000, 'x'::bytea)`),
    /transactions_effects_digest_check/,
  ],
]);

it.each(roles)('accepts a balanced transaction from the %s', async (role) => {
  await database.within(role, (query) => query(transaction() + entries(balanced)));
});
