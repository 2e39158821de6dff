import { preparedDatabase } from './refusals.js';

const database = preparedDatabase((post) => post('/v1/users', { userId: 'carol' }));

database.refuses([
  [
    'a second registration of a user',
    `INSERT INTO users SELECT shard, id, gen_random_uuid(), metadata, created_at, place FROM users`,
    /duplicate key.*users_pkey/,
  ],
  [
    'a user whom no path could name',
    `INSERT INTO users (shard, id, registration, metadata, created_at, place)
     VALUES (0, 'a b', gen_random_uuid(), '{}', now(), 1000)`,
    /users_id/,
  ],
  [
    'a user of dots only, whom no URL can name',
    `INSERT INTO users (shard, id, registration, metadata, created_at, place)
     VALUES (0, '..', gen_random_uuid(), '{}', now(), 1000)`,
    /users_id/,
  ],
  [
    'a player of dots only',
    `INSERT INTO players (shard, user_id, password_hash)
     VALUES (0, '.', '$scrypt$ln=1,r=1,p=1$' || repeat('A', 22) || '$' || repeat('A', 43))`,
    /players_user_id/,
  ],
  [
    'an account of a user whom no path could name',
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT 0, id, 'user', '..', 'GOLD', account_genesis_hash(0::smallint, id, 'user', '..', 'GOLD'), now(), now()
     FROM gen_random_uuid() AS id`,
    /accounts_user_id/,
  ],
  ['a blank name of an asset', `UPDATE assets SET name = ' '`, /assets_name/],
  ['a right-to-left name of an item', `UPDATE items SET name = E'a\\u202e'`, /items_name_is_readable/],
  ['a name of a task with a line break', `UPDATE tasks SET name = E'a\\nb'`, /tasks_name_is_readable/],
]);

database.refusesToApplication([
  ['to forget a user', `DELETE FROM users`],
  ['to change what a user was registered with', `UPDATE users SET metadata = '{}'`],
]);
