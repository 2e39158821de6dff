import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** Logins for the tests of one database. Roles are cluster-wide, so each name starts with that of the database. */
export class TestLogins {
  static readonly password = 'a-password';
  private readonly names = new Set<string>();

  constructor(private readonly database: TestDatabase) {}

  /** The name of a login, whether or not it exists. */
  name(kind: string): string {
    const name = `${this.database.name}_${kind}`;
    this.names.add(name);
    return name;
  }

  async create(kind: string, attributes = ''): Promise<string> {
    const name = this.name(kind);
    await inSession(this.database.url, [
      `CREATE ROLE ${name} LOGIN PASSWORD '${TestLogins.password}' ${attributes}`,
    ]);
    return name;
  }

  /** The URL of the database with this login. */
  url(name: string, password = TestLogins.password): string {
    const url = new URL(this.database.url);
    Object.assign(url, { username: name, password });
    return url.href;
  }

  /** Drops the database first, because rights in it would block dropping the roles. */
  async drop(): Promise<void> {
    await this.database.drop();
    const roles = [...this.names].map((name) => `DROP ROLE IF EXISTS ${name}`);
    await inSession(this.database.url.replace(/\/[^/]+$/, '/postgres'), roles);
  }
}

/** Runs statements in sequence in a session of this login. Returns the rows of the last one. */
export async function inSession(url: string, statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
