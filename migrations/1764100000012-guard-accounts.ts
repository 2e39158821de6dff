import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFunction } from './sql/create-function.js';
import { executeInShard } from './sql/in-shard.js';

/**
 * An account opens empty, once its user has a salt. It keeps its owner, and moves only to the state of its newest entry. The
 * columns for holds, debts and lapses may change without an entry.
 */
export class GuardAccounts1764100000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createFunction(queryRunner, 'refuse_opening_with_credits() RETURNS trigger', refuseOpening);
    await queryRunner.query(`
      CREATE TRIGGER accounts_open_empty AFTER INSERT ON accounts
      REFERENCING NEW TABLE AS new_accounts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_opening_with_credits()`);

    await queryRunner.query(`
      CREATE TRIGGER accounts_keep_their_owner
      BEFORE UPDATE OF shard, id, owner_kind, owner_id, asset_code, created_at ON accounts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);

    await createFunction(queryRunner, 'refuse_moving_without_entries() RETURNS trigger', refuseMoving);
    await queryRunner.query(`
      CREATE TRIGGER accounts_moved_by_entries AFTER UPDATE ON accounts
      REFERENCING OLD TABLE AS old_accounts NEW TABLE AS new_accounts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_moving_without_entries()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION refuse_moving_without_entries CASCADE`);
    await queryRunner.query(`DROP TRIGGER accounts_keep_their_owner ON accounts`);
    await queryRunner.query(`DROP FUNCTION refuse_opening_with_credits CASCADE`);
  }
}

const refuseOpening = `
      DECLARE
        bad record;
        users record;
      BEGIN
        SELECT array_agg(DISTINCT shard) AS distinct_shards, array_agg(shard) AS shards, array_agg(id) AS accounts,
               array_agg(owner_id) AS ids
        INTO users FROM new_accounts WHERE owner_kind = 'user';
        SELECT n.shard, n.id INTO bad
        FROM new_accounts n
        WHERE n.balance <> 0 OR n.version <> 0 OR n.updated_at <> n.created_at
           OR n.owed <> 0 OR n.lapses_at IS NOT NULL
           OR n.head_hash <> account_genesis_hash(n.shard, n.id, n.owner_kind, n.owner_id, n.asset_code)
           OR n.owner_kind = 'system' AND n.frozen_at IS NOT NULL
        LIMIT 1;
        IF NOT FOUND AND users.ids IS NOT NULL THEN
          SELECT n.shard, n.id INTO bad
          FROM unnest(users.shards, users.accounts, users.ids) AS n (shard, id, user_id)
          LEFT JOIN user_salts salts
            ON salts.shard = n.shard AND salts.user_id = n.user_id AND salts.shard = ANY (users.distinct_shards)
          WHERE salts.user_id IS NULL
          LIMIT 1;
        END IF;
        IF FOUND THEN
          RAISE EXCEPTION 'account % of shard % does not open empty', bad.id, bad.shard
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END
      `;

const unlikeTheirNewestEntry = (entries: string) => `
          FROM new_accounts n
          LEFT JOIN LATERAL (
            SELECT version, balance_after, hash, created_at FROM ${entries}
            WHERE shard = n.shard AND account_id = n.id ORDER BY version DESC LIMIT 1
          ) AS newest ON true
          WHERE (newest.version = n.version AND newest.balance_after = n.balance
                 AND newest.hash = n.head_hash AND newest.created_at = n.updated_at) IS NOT TRUE`;

const differing = `
          SELECT array_agg(n.shard) AS shards, array_agg(n.id) AS ids, array_agg(newest.version) AS newest_versions`;

/**
 * Checks for unchanged accounts and accounts without entries only if the newest entry differs: a batch pays for one look-up per
 * account.
 */
const refuseMoving = `
      DECLARE
        bad record;
        differing record;
      BEGIN
        IF TG_TABLE_NAME = 'accounts' THEN
          PERFORM ${unlikeTheirNewestEntry('entries')} LIMIT 1;
          IF NOT FOUND THEN
            RETURN NULL;
          END IF;
          ${differing} INTO differing ${unlikeTheirNewestEntry('entries')};
        ELSIF NOT EXISTS (SELECT FROM new_accounts) THEN
          RETURN NULL;
        ELSE
          ${executeInShard('new_accounts', ['entries'], ({ entries }) => `${differing} ${unlikeTheirNewestEntry(entries)}`)}
          INTO differing;
        END IF;
        IF differing.ids IS NULL THEN
          RETURN NULL;
        END IF;
        -- An account without entries is as it was opened, and a freeze leaves a damaged one as it is.
        SELECT n.shard, n.id INTO bad
        FROM new_accounts n
        JOIN unnest(differing.shards, differing.ids, differing.newest_versions) AS d (shard, id, newest_version)
          USING (shard, id)
        WHERE (SELECT (o.balance, o.version, o.head_hash, o.updated_at) = (n.balance, n.version, n.head_hash, n.updated_at)
               FROM old_accounts o WHERE o.shard = n.shard AND o.id = n.id) IS NOT TRUE
          AND (d.newest_version IS NULL AND n.version = 0 AND n.balance = 0 AND n.updated_at = n.created_at
               AND n.head_hash = account_genesis_hash(n.shard, n.id, n.owner_kind, n.owner_id, n.asset_code)) IS NOT TRUE
        LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'account % of shard % does not move to what its newest entry says', bad.id, bad.shard
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END
      `;
