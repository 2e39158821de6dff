import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the service may do with these tables. It reads whose a key is; a compromised service cannot create a key. */
export const tableRights = {
  clients: 'SELECT',
  client_keys: 'SELECT',
};

/**
 * The programs that may call the service. Of a key only the hash is kept. A client has at most two live keys, the old one and
 * the one that replaces it: each has a slot, and a slot holds one live key.
 */
export class CreateClients1764100000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Scopes have any name: the service registers the names, and an unknown one grants nothing. What a client may store in a
    // day is per instance; NULL is no limit.
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
