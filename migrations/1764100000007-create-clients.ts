import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on these tables. It only reads keys: a compromised service cannot create one. */
export const tableRights = {
  clients: 'SELECT',
  client_keys: 'SELECT',
};

/**
 * The programs that may call the service. Only the hash of a key is stored. A client has at most two live keys, the old one and
 * its replacement: each has a slot, and a slot holds one live key.
 */
export class CreateClients1764100000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The database accepts any scope: the service registers the names, and an unknown one grants nothing. Daily storage limits
    // are per instance; NULL is no limit.
    await queryRunner.query(`
      CREATE TABLE clients (
        id             text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{0,62}$'),
        scopes         text[] NOT NULL CHECK (cardinality(scopes) > 0 AND array_position(scopes, NULL) IS NULL),
        daily_refusals integer CHECK (daily_refusals >= 0),
        daily_bytes    integer CHECK (daily_bytes >= 0),
        created_at     timestamptz(3) NOT NULL DEFAULT now(),
        revoked_at     timestamptz(3)
      )`);
    await queryRunner.query(`
      CREATE TABLE client_keys (
        hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
        client_id  text COLLATE "C" NOT NULL REFERENCES clients (id),
        slot       smallint NOT NULL CHECK (slot IN (1, 2)),
        hint       text NOT NULL CHECK (length(hint) = 4),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        revoked_at timestamptz(3)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX client_keys_live_slot ON client_keys (client_id, slot) WHERE revoked_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE client_keys, clients`);
  }
}
