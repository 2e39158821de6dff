import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on these tables. */
export const tableRights = {
  items: 'SELECT, INSERT, UPDATE (name, price, retired)',
  tasks: 'SELECT, INSERT, UPDATE (name, reward, retired, completed_by)',
  conversion_rates: 'SELECT, INSERT, UPDATE (from_amount, to_amount), DELETE',
  task_completions: 'SELECT, INSERT',
};

/**
 * Items to buy, tasks to reward, and conversion rates. A price, a reward and a rate may change; the asset of an item or a task
 * may not, because the service locks the account in that asset before it reads the rest.
 */
export class CreateCatalogue1764100000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE items (
        code       text COLLATE "C" PRIMARY KEY,
        name       text        NOT NULL,
        asset_code text COLLATE "C" NOT NULL REFERENCES assets (code),
        price      bigint      NOT NULL,
        retired    boolean     NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT items_code  CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
        CONSTRAINT items_name  CHECK (char_length(name) BETWEEN 1 AND 128),
        CONSTRAINT items_name_is_readable CHECK (is_name(name)),
        CONSTRAINT items_price CHECK (price BETWEEN 1 AND 9007199254740991)
      )`);

    // An unlimited task is only for clients: a player could complete it in a loop.
    await queryRunner.query(`
      CREATE TABLE tasks (
        code             text COLLATE "C" PRIMARY KEY,
        name             text        NOT NULL,
        asset_code       text COLLATE "C" NOT NULL REFERENCES assets (code),
        reward           bigint      NOT NULL,
        completion_limit text        NOT NULL,
        completed_by     text        NOT NULL DEFAULT 'client',
        retired          boolean     NOT NULL DEFAULT false,
        created_at       timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT tasks_code   CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
        CONSTRAINT tasks_name   CHECK (char_length(name) BETWEEN 1 AND 128),
        CONSTRAINT tasks_name_is_readable CHECK (is_name(name)),
        CONSTRAINT tasks_reward CHECK (reward BETWEEN 1 AND 9007199254740991),
        CONSTRAINT tasks_completion_limit CHECK (completion_limit IN ('once', 'daily', 'unlimited')),
        CONSTRAINT tasks_completed_by CHECK (completed_by IN ('client', 'player')),
        CONSTRAINT tasks_of_players_are_limited CHECK (completed_by = 'client' OR completion_limit <> 'unlimited')
      )`);

    await queryRunner.query(`
      CREATE TABLE conversion_rates (
        from_asset  text COLLATE "C" NOT NULL REFERENCES assets (code),
        to_asset    text COLLATE "C" NOT NULL REFERENCES assets (code),
        from_amount bigint NOT NULL,
        to_amount   bigint NOT NULL,
        PRIMARY KEY (from_asset, to_asset),
        CONSTRAINT conversion_rates_two_assets  CHECK (from_asset <> to_asset),
        CONSTRAINT conversion_rates_from_amount CHECK (from_amount BETWEEN 1 AND 9007199254740991),
        CONSTRAINT conversion_rates_to_amount   CHECK (to_amount BETWEEN 1 AND 9007199254740991)
      )`);

    // The primary key prevents paying a limited task twice, whatever the service believes. There is no foreign key to tasks: its
    // check would lock the one row of a popular task in every batch.
    await queryRunner.query(`
      CREATE TABLE task_completions (
        shard          smallint NOT NULL,
        user_id        text COLLATE "C" NOT NULL,
        task_code      text COLLATE "C" NOT NULL,
        period         text COLLATE "C" NOT NULL,
        transaction_id uuid     NOT NULL,
        PRIMARY KEY (shard, user_id, task_code, period),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id),
        CONSTRAINT task_completions_period CHECK (period = 'once' OR period ~ '^\\d{4}-\\d{2}-\\d{2}$')
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE task_completions, conversion_rates, tasks, items`);
  }
}
