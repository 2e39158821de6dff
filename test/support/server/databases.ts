import { databasesOnCitus } from './citus-databases.js';
import { isCitus, type TestServer } from './test-server.js';
import { withClient } from './with-client.js';

/** How the databases of a run are created. */
export interface Databases {
  createMigrated(name: string): Promise<void>;
  /** Without a schema. */
  createEmpty(name: string): Promise<void>;
  /** With any connection that a test left open. */
  drop(name: string): Promise<void>;
}

/** Needs `prepareDatabases` once per run. */
export function databasesOn(server: TestServer): Databases {
  if (isCitus()) return databasesOnCitus(server);
  const run = (sql: string) => withClient(server.url, (client) => client.query(sql));
  return {
    createMigrated: async (name) => {
      await run(`CREATE DATABASE ${name} TEMPLATE ${templateOf(server)}`);
    },
    createEmpty: async (name) => {
      await run(`CREATE DATABASE ${name}`);
    },
    drop: async (name) => {
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** The migrated database that others are cloned from. */
export function templateOf({ prefix }: TestServer): string {
  return `${prefix}_template`;
}
