import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** Replaces PostgreSQL's clock for the sessions of one database. */
export interface DatabaseClock {
  set(time: number): Promise<void>;
  close(): Promise<void>;
}

// A `now()` that the search path finds before the one in pg_catalog.
const install = `
  CREATE SCHEMA clock;
  CREATE TABLE clock.setting (at timestamptz NOT NULL);
  INSERT INTO clock.setting VALUES (now());
  CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM clock.setting';
  GRANT USAGE ON SCHEMA clock TO wallet_app;
  GRANT SELECT ON clock.setting TO wallet_app;`;

/** Call before the service connects: sessions that are open keep their clock. */
export async function setUpClock(database: TestDatabase): Promise<DatabaseClock> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(install);
  await owner.query(`ALTER DATABASE ${database.name} SET search_path = clock, pg_catalog, public`);
  return {
    set: async (time) => {
      await owner.query(`UPDATE clock.setting SET at = $1`, [new Date(time)]);
    },
    close: () => owner.end(),
  };
}
