import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the role of the service could do although no request asks for it: move a balance without an entry, open an account with
 * credits in it, change the outcome of a key that was committed, thaw a wallet without a record, give a password to another
 * user's wallet, and let our functions read temporary tables instead of the real ones.
 *
 * Each check looks at rows of its own shard only, and none is deferred.
 */
export class RefuseMore1763700000026 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await guardAccounts(queryRunner);
    await guardFreezes(queryRunner);
    await guardKeys(queryRunner);
    await guardPasswords(queryRunner);
    await bindNames(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await releaseNames(queryRunner);
    await queryRunner.query(refuseUnbalancedEntries({ goOn: false }));
    await queryRunner.query(`GRANT UPDATE (password_hash) ON players TO wallet_app`);
    await queryRunner.query(`DROP TRIGGER accounts_keep_their_owner ON accounts`);
    await queryRunner.query(`DROP TRIGGER accounts_never_emptied ON accounts`);
    await queryRunner.query(`DROP TRIGGER idempotency_keys_never_emptied ON idempotency_keys`);
    await queryRunner.query(`
      DROP FUNCTION refuse_moving_without_entries, refuse_opening_with_credits, refuse_freezing_without_record,
                    refuse_freezes_out_of_turn, refuse_changing_an_outcome, refuse_password_for_known_user CASCADE`);
  }
}

const unlikeTheirNewestEntry = `
        FROM new_accounts n
        LEFT JOIN LATERAL (
          SELECT version, balance_after, hash, created_at FROM entries
          WHERE shard = n.shard AND account_id = n.id ORDER BY version DESC LIMIT 1
        ) AS newest ON true
        WHERE (newest.version = n.version AND newest.balance_after = n.balance
               AND newest.hash = n.head_hash AND newest.created_at = n.updated_at) IS NOT TRUE`;

/**
 * Entries go on from the account as it is, so they come before it moves; and it moves to what the newest of them says.
 *
 * That an account was left as it is, or has no entry, is looked at only where the newest entry says something else: a batch pays
 * for one look-up of each account.
 */
async function guardAccounts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(refuseUnbalancedEntries({ goOn: true }));
  await queryRunner.query(`
    CREATE FUNCTION refuse_moving_without_entries() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
      bad record;
    BEGIN
      PERFORM ${unlikeTheirNewestEntry} LIMIT 1;
      IF FOUND THEN
        -- An account without entries is as it was opened, and a freeze leaves a damaged one as it is.
        SELECT n.shard, n.id INTO bad ${unlikeTheirNewestEntry}
          AND (SELECT (o.balance, o.version, o.head_hash, o.updated_at) = (n.balance, n.version, n.head_hash, n.updated_at)
               FROM old_accounts o WHERE o.shard = n.shard AND o.id = n.id) IS NOT TRUE
          AND (newest.version IS NULL AND n.version = 0 AND n.balance = 0 AND n.updated_at = n.created_at
               AND n.head_hash = account_genesis_hash(n.shard, n.id, n.owner_kind, n.owner_id, n.asset_code)) IS NOT TRUE
        LIMIT 1;
      END IF;
      IF FOUND THEN
        RAISE EXCEPTION 'account % of shard % does not move to what its newest entry says', bad.id, bad.shard
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER accounts_moved_by_entries AFTER UPDATE ON accounts
    REFERENCING OLD TABLE AS old_accounts NEW TABLE AS new_accounts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_moving_without_entries()`);
  await queryRunner.query(`
    CREATE TRIGGER accounts_keep_their_owner
    BEFORE UPDATE OF shard, id, owner_kind, owner_id, asset_code, created_at ON accounts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
  await queryRunner.query(`
    CREATE TRIGGER accounts_never_emptied BEFORE TRUNCATE ON accounts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);

  await queryRunner.query(`
    CREATE FUNCTION refuse_opening_with_credits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
      bad record;
    BEGIN
      SELECT n.shard, n.id INTO bad
      FROM new_accounts n
      LEFT JOIN LATERAL (
        SELECT action, created_at FROM wallet_freezes
        WHERE shard = n.shard AND user_id = n.owner_id AND n.owner_kind = 'user'
        ORDER BY number DESC LIMIT 1
      ) AS latest ON true
      WHERE n.balance <> 0 OR n.version <> 0 OR n.updated_at <> n.created_at
         OR n.head_hash <> account_genesis_hash(n.shard, n.id, n.owner_kind, n.owner_id, n.asset_code)
         OR n.frozen_at IS DISTINCT FROM CASE latest.action WHEN 'freeze' THEN latest.created_at END
      LIMIT 1;
      IF FOUND THEN
        RAISE EXCEPTION 'account % of shard % does not open empty, with the freeze of its wallet', bad.id, bad.shard
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER accounts_open_empty AFTER INSERT ON accounts
    REFERENCING NEW TABLE AS new_accounts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_opening_with_credits()`);
}

/**
 * One check per statement, over the transition table; see the migration that guards the history. With `goOn` each entry must have
 * the version and the balance that follow from the entry before it, in the statement or in the account.
 */
function refuseUnbalancedEntries({ goOn }: { goOn: boolean }): string {
  const source = goOn
    ? `(SELECT *, lag(version) OVER account AS last_version, lag(balance_after) OVER account AS last_balance
        FROM new_entries WINDOW account AS (PARTITION BY shard, account_id ORDER BY version))`
    : 'new_entries';
  const goesOn = `e.version = coalesce(e.last_version, a.version) + 1
                  AND e.balance_after = coalesce(e.last_balance, a.balance) + e.amount`;
  return `
    CREATE OR REPLACE FUNCTION refuse_unbalanced_entries() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
      bad record;
    BEGIN
      SELECT e.transaction_id, a.asset_code, sum(e.amount) AS total, ${goOn ? `bool_and(${goesOn})` : 'true'} AS goes_on
      INTO bad
      FROM ${source} AS e
      CROSS JOIN LATERAL (
        SELECT * FROM accounts WHERE shard = e.shard AND id = e.account_id OFFSET 0
      ) AS a
      CROSS JOIN LATERAL (
        SELECT user_id, xmin AS written_by FROM transactions
        WHERE shard = e.shard AND id = e.transaction_id OFFSET 0
      ) AS t
      GROUP BY e.shard, e.transaction_id, a.asset_code
      HAVING sum(e.amount) <> 0
          OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id = t.user_id) = 0
          OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id <> t.user_id) > 0
          OR count(*) FILTER (WHERE t.written_by <> pg_current_xact_id()::xid) > 0
          ${goOn ? `OR NOT bool_and(${goesOn})` : ''}
      LIMIT 1;
      IF FOUND AND bad.goes_on THEN
        RAISE EXCEPTION 'transaction % is not a balanced movement of % between its user and the system (sum %)',
          bad.transaction_id, bad.asset_code, bad.total
          USING ERRCODE = 'integrity_constraint_violation';
      ELSIF FOUND THEN
        RAISE EXCEPTION 'an entry of transaction % does not go on from the one before it on its account',
          bad.transaction_id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END
    $$`;
}

/** A wallet is as its latest freeze says, and freezes take turns. */
async function guardFreezes(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION refuse_freezing_without_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
      frozen_since timestamptz;
    BEGIN
      IF NEW.owner_kind = 'user' THEN
        SELECT CASE action WHEN 'freeze' THEN created_at END INTO frozen_since FROM wallet_freezes
        WHERE shard = NEW.shard AND user_id = NEW.owner_id ORDER BY number DESC LIMIT 1;
      END IF;
      IF NEW.frozen_at IS DISTINCT FROM frozen_since THEN
        RAISE EXCEPTION 'account % of shard % is not frozen as its wallet is', NEW.id, NEW.shard
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER accounts_frozen_by_record AFTER UPDATE OF frozen_at ON accounts
    FOR EACH ROW WHEN (NEW.frozen_at IS DISTINCT FROM OLD.frozen_at)
    EXECUTE FUNCTION refuse_freezing_without_record()`);

  await queryRunner.query(`
    CREATE FUNCTION refuse_freezes_out_of_turn() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF NEW.number = 1 AND NEW.action = 'freeze' OR EXISTS (
           SELECT FROM wallet_freezes
           WHERE shard = NEW.shard AND user_id = NEW.user_id AND number = NEW.number - 1
             AND action <> NEW.action AND created_at <= NEW.created_at
         )
      THEN
        RETURN NULL;
      END IF;
      RAISE EXCEPTION 'change % of a wallet, %, does not follow the one before it', NEW.number, NEW.action
        USING ERRCODE = 'integrity_constraint_violation';
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER wallet_freezes_take_turns AFTER INSERT ON wallet_freezes
    FOR EACH ROW EXECUTE FUNCTION refuse_freezes_out_of_turn()`);
}

/** What a key led to is open until the transaction that claimed it ends. `xmin` is the transaction that wrote a row. */
async function guardKeys(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION refuse_changing_an_outcome() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      RAISE EXCEPTION 'the outcome of key % is committed', OLD.key USING ERRCODE = 'integrity_constraint_violation';
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER idempotency_keys_keep_their_outcome BEFORE UPDATE ON idempotency_keys
    FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
    EXECUTE FUNCTION refuse_changing_an_outcome()`);
  await queryRunner.query(`
    CREATE TRIGGER idempotency_keys_never_emptied BEFORE TRUNCATE ON idempotency_keys
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
}

/**
 * A password comes with the registration of its user, or from the owner of the tables. The service cannot tell a player from
 * somebody who took it over, so it has no right to overwrite one.
 */
async function guardPasswords(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`REVOKE UPDATE (password_hash) ON players FROM wallet_app`);
  await queryRunner.query(`
    CREATE FUNCTION refuse_password_for_known_user() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF NOT EXISTS (
           SELECT FROM users
           WHERE shard = NEW.shard AND id = NEW.user_id AND xmin = pg_current_xact_id()::xid
         ) OR EXISTS (
           SELECT FROM accounts
           WHERE shard = NEW.shard AND owner_kind = 'user' AND owner_id = NEW.user_id
             AND xmin <> pg_current_xact_id()::xid
         )
      THEN
        RAISE EXCEPTION 'user % was here before this password', NEW.user_id
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END
    $$`);
  await queryRunner.query(`
    CREATE TRIGGER players_are_new AFTER INSERT ON players
    FOR EACH ROW EXECUTE FUNCTION refuse_password_for_known_user()`);
}

/**
 * Looks up every name in the schema of the ledger, whatever the session searches, where temporary tables come first (PostgreSQL
 * documentation, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely"). A function in SQL is parsed here and now, so it is
 * still inlined; one in PL/pgSQL gets a setting of its own, which takes about a microsecond for each call.
 */
async function bindNames(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    DO $do$
    DECLARE
      unbound record;
    BEGIN
      FOR unbound IN ${ownFunctions} LOOP
        IF unbound.language = 'sql' THEN
          EXECUTE regexp_replace(unbound.definition, '\\sAS \\$function\\$.*', '')
                  || format(E'\\nBEGIN ATOMIC %s; END', unbound.source);
        ELSE
          EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp',
                         unbound.signature, current_schema());
        END IF;
      END LOOP;
    END
    $do$`);
}

async function releaseNames(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    DO $do$
    DECLARE
      bound record;
    BEGIN
      FOR bound IN ${ownFunctions} LOOP
        IF bound.language = 'sql' THEN
          EXECUTE regexp_replace(bound.definition, '\\sBEGIN ATOMIC.*', '')
                  || format(E'\\nAS $function$%s$function$',
                            regexp_replace(bound.parsed, '^BEGIN ATOMIC(.*);\\s*END$', '\\1'));
        ELSE
          EXECUTE format('ALTER FUNCTION %s RESET search_path', bound.signature);
        END IF;
      END LOOP;
    END
    $do$`);
}

/** Extensions bring functions of their own. `RETURN` instead of a body, as in `is_name`, was bound from the beginning. */
const ownFunctions = `
  SELECT p.oid::regprocedure AS signature, l.lanname AS language, pg_get_functiondef(p.oid) AS definition,
         p.prosrc AS source, pg_get_function_sqlbody(p.oid) AS parsed
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = current_schema()::regnamespace AND l.lanname IN ('sql', 'plpgsql')
    AND coalesce(pg_get_function_sqlbody(p.oid) NOT LIKE 'RETURN%', true)
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
