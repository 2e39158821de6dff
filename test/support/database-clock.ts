import { Client } from 'pg';
import { isCitus } from './server/test-server.js';
import type { TestDatabase } from './test-database.js';

/** Replaces the clock of one ledger for every instance. */
export interface DatabaseClock {
  /** Stops the clock at this time. */
  set(time: number | string): Promise<void>;
  /** Restores the real time. */
  release(): Promise<void>;
  close(): Promise<void>;
}

const install = `
  CREATE TABLE stopped_clock (at timestamptz);
  INSERT INTO stopped_clock VALUES (NULL);
  GRANT SELECT ON stopped_clock TO wallet_app;
  CREATE OR REPLACE FUNCTION ledger_now() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS $$ SELECT coalesce(at, date_trunc('milliseconds', clock_timestamp())) FROM stopped_clock $$`;

export async function setUpClock(database: TestDatabase): Promise<DatabaseClock> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(install);
  // Every node reads the clock.
  if (isCitus()) await owner.query(`SELECT create_reference_table('stopped_clock')`);
  const stopAt = async (time: Date | null) => {
    await owner.query(`UPDATE stopped_clock SET at = $1`, [time]);
  };
  return {
    set: (time) => stopAt(new Date(time)),
    release: () => stopAt(null),
    close: () => owner.end(),
  };
}
