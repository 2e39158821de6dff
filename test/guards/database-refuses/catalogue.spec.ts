import { appendOnly, preparedDatabase, roles } from './refusals.js';
import { balanced, entries, transaction, transactionId } from './rows.js';

const database = preparedDatabase();

const completion = (task: string, period: string) => `
  INSERT INTO task_completions (shard, user_id, task_code, period, transaction_id)
  VALUES (wallet_shard('alice'), 'alice', '${task}', '${period}', '${transactionId}');`;

database.refuses([
  [
    'limits of an asset that allow no amount',
    `UPDATE assets SET min_amount = 5, max_amount = 4`,
    /violates check constraint "assets/,
  ],
  ['a price of zero', `UPDATE items SET price = 0`, /items_price/],
  ['a price that JSON cannot carry', `UPDATE items SET price = 9007199254740992`, /items_price/],
  ['a negative reward', `UPDATE tasks SET reward = -1`, /tasks_reward/],
  ['an item without a name', `UPDATE items SET name = ''`, /items_name/],
  [
    'an invalid code',
    `INSERT INTO items (code, name, asset_code, price) VALUES ('Iron sword', 'Iron sword', 'GOLD', 1)`,
    /items_code/,
  ],
  [
    'an item in an asset that does not exist',
    `INSERT INTO items (code, name, asset_code, price) VALUES ('sword', 'Sword', 'COPPER', 1)`,
    /items_asset_code_fkey/,
  ],
  [
    'a task with an unknown limit',
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit) VALUES ('t', 'T', 'GOLD', 1, 'weekly')`,
    /tasks_completion_limit/,
  ],
  [
    'an unlimited task that players complete',
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by)
     VALUES ('t', 'T', 'GOLD', 1, 'unlimited', 'player')`,
    /tasks_of_players_are_limited/,
  ],
  [
    'to open an unlimited task to players',
    `UPDATE tasks SET completed_by = 'player' WHERE completion_limit = 'unlimited'`,
    /tasks_of_players_are_limited/,
  ],
  [
    'a task completed by an unknown kind of caller',
    `UPDATE tasks SET completed_by = 'ghost'`,
    /tasks_completed_by/,
  ],
  [
    'a rate from an asset to itself',
    `INSERT INTO conversion_rates VALUES ('GOLD', 'GOLD', 1, 2)`,
    /conversion_rates_two_assets/,
  ],
  ['a rate for nothing', `UPDATE conversion_rates SET from_amount = 0`, /conversion_rates_from_amount/],
  ['a rate that gives nothing', `UPDATE conversion_rates SET to_amount = 0`, /conversion_rates_to_amount/],
  [
    'a second completion of a task in its period',
    transaction() + entries(balanced) + completion('tutorial', 'once') + completion('tutorial', 'once'),
    /duplicate key.*task_completions_pkey/,
  ],
  [
    'a completion without its transaction',
    completion('tutorial', 'once'),
    /task_completions_shard_transaction_id_fkey/,
  ],
  [
    'a completion in an invalid period',
    transaction() + completion('tutorial', 'yesterday'),
    /task_completions_period/,
  ],
  ['a changed completion', `UPDATE task_completions SET user_id = 'bob'`, appendOnly],
  ['a deleted completion', `DELETE FROM task_completions`, appendOnly],
  ['emptied completions', `TRUNCATE task_completions`, appendOnly],
]);

database.refusesToApplication([
  ['to change the decimals of an asset', `UPDATE assets SET decimals = 2`],
  ['to give an asset another code', `UPDATE assets SET code = 'X'`],
  ['to forget an asset', `DELETE FROM assets`],
  ['to price an item in another asset', `UPDATE items SET asset_code = 'SILVER'`],
  ['to give an item another code', `UPDATE items SET code = 'sword' WHERE code = 'iron-sword'`],
  ['to delete an item', `DELETE FROM items`],
  ['to reward a task in another asset', `UPDATE tasks SET asset_code = 'SILVER'`],
  ['to limit a task in another way', `UPDATE tasks SET completion_limit = 'unlimited'`],
  ['to delete a task', `DELETE FROM tasks`],
  ['to turn a rate round', `UPDATE conversion_rates SET from_asset = to_asset, to_asset = from_asset`],
]);

it.each(roles)('accepts a completion in each period from the %s', async (role) => {
  await database.within(role, async (query) => {
    await query(transaction() + entries(balanced));
    await query(completion('tutorial', 'once') + completion('tutorial', '2026-01-31'));
  });
});

it.each(roles)('lets the %s rename, limit and retire assets', async (role) => {
  await database.within(role, async (query) => {
    await query(`UPDATE assets SET name = 'x', min_amount = 4, max_amount = 4, retired = true`);
  });
});
