import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on these tables. */
export const tableRights = {
  accounts: 'UPDATE (held, owed, lapses_at)',
  holds: 'SELECT, INSERT, UPDATE (captured, released, events, closed_at, closed_as)',
  hold_events: 'SELECT, INSERT',
};

/** Holds, which reserve a part of a balance, and their events. The id of a hold is that of the transaction that authorised it. */
export class CreateHolds1764100000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // place  that of the transaction: the order of lists
    // events the number of its latest event
    await queryRunner.query(`
      CREATE TABLE holds (
        id         uuid     NOT NULL,
        account_id uuid     NOT NULL,
        place      bigint   NOT NULL,
        amount     bigint   NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
        captured   bigint   NOT NULL DEFAULT 0 CHECK (captured >= 0),
        released   bigint   NOT NULL DEFAULT 0 CHECK (released >= 0),
        expires_at timestamptz(3) NOT NULL,
        closed_at  timestamptz(3),
        shard      smallint NOT NULL,
        events     integer  NOT NULL CHECK (events >= 1),
        closed_as  text COLLATE "C" CHECK (closed_as IN ('captured', 'voided', 'lapsed')),
        PRIMARY KEY (shard, id),
        FOREIGN KEY (shard, id) REFERENCES transactions (shard, id),
        FOREIGN KEY (shard, account_id) REFERENCES accounts (shard, id),
        CONSTRAINT holds_within_their_amount CHECK (captured + released <= amount),
        CONSTRAINT holds_closed_when_used_up CHECK ((closed_at IS NULL) = (captured + released < amount)),
        CONSTRAINT holds_closed_for_a_reason CHECK ((closed_at IS NULL) = (closed_as IS NULL))
      )`);
    await queryRunner.query(`CREATE INDEX holds_by_account ON holds (shard, account_id, place)`);
    // What changes while a hold is open is not in it: a partial capture stays a HOT update.
    await queryRunner.query(`
      CREATE INDEX holds_open ON holds (shard, account_id, expires_at) WHERE closed_at IS NULL`);

    // captured, released  by this event
    // *_after             the hold and its account as of this event: answers are built from them
    // at                  when it happened for the hold: a lapse at its expiry, whenever it was booked
    await queryRunner.query(`
      CREATE TABLE hold_events (
        hold_id        uuid     NOT NULL,
        transaction_id uuid     NOT NULL,
        captured       bigint   NOT NULL CHECK (captured >= 0),
        released       bigint   NOT NULL CHECK (released >= 0),
        captured_after bigint   NOT NULL,
        released_after bigint   NOT NULL,
        balance_after  bigint   NOT NULL,
        held_after     bigint   NOT NULL CHECK (held_after >= 0),
        owed_after     bigint   NOT NULL CHECK (owed_after >= 0),
        at             timestamptz(3) NOT NULL,
        number         integer  NOT NULL CHECK (number >= 1),
        shard          smallint NOT NULL,
        kind           text COLLATE "C" NOT NULL CHECK (kind IN ('hold', 'capture', 'void', 'lapse')),
        PRIMARY KEY (shard, hold_id, number),
        CONSTRAINT hold_events_one_per_transaction UNIQUE (shard, transaction_id),
        FOREIGN KEY (shard, hold_id) REFERENCES holds (shard, id),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id),
        CONSTRAINT hold_events_first CHECK ((kind = 'hold') = (number = 1)),
        CONSTRAINT hold_events_do_something CHECK (
          CASE kind WHEN 'hold' THEN captured = 0 AND released = 0
                    WHEN 'capture' THEN captured > 0
                    ELSE captured = 0 AND released > 0 END),
        CONSTRAINT hold_events_running CHECK (captured_after >= captured AND released_after >= released),
        CONSTRAINT hold_events_held_is_there CHECK (balance_after >= held_after)
      )`);

    await queryRunner.query(`
      CREATE TRIGGER hold_events_append_only BEFORE UPDATE OR DELETE ON hold_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`
      CREATE TRIGGER holds_never_deleted BEFORE DELETE ON holds
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`
      CREATE TRIGGER holds_only_go_on BEFORE UPDATE ON holds
      FOR EACH ROW WHEN (
        OLD.closed_at IS NOT NULL OR NEW.captured < OLD.captured OR NEW.released < OLD.released OR NEW.events <= OLD.events
        OR (NEW.shard, NEW.id, NEW.account_id, NEW.place, NEW.amount, NEW.expires_at)
           <> (OLD.shard, OLD.id, OLD.account_id, OLD.place, OLD.amount, OLD.expires_at)
      ) EXECUTE FUNCTION refuse_rewriting_history()`);
    // Apart from the others: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    for (const table of ['holds', 'hold_events']) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE hold_events, holds`);
  }
}
