import { ShardMap } from '@app/accounts';
import { Client, type QueryResult } from 'pg';
import { nameShards } from '../../support/name-shards.js';
import { createServiceLogin, type ServiceLogin } from '../../support/service-login.js';
import { startService, type TestService } from '../../support/test-service.js';

/** The role of the service, a login with only that role, and the owner of the tables (here even a superuser). */
export const roles = ['application', 'login', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Why history cannot change: a trigger refuses it to the owner, and the application lacks the right. */
export const appendOnly = /append-only|permission denied/;

/** Sends a write to the service, which must accept it, and answers the body. */
type Post = (path: string, body: object) => Promise<any>;
type Query = (sql: string) => Promise<QueryResult>;

/** The demo database of one spec, with the rows that its rules need. */
export interface PreparedDatabase {
  service(): TestService;
  /** Runs statements as a role, in a transaction that is rolled back. Each `wallet_shard('…')` becomes its number. */
  within<T>(role: Role, work: (query: Query) => Promise<T>): Promise<T>;
  /** Declares a test of each rule for each role. A statement that only fails on a row needs one prepared. */
  refuses(rules: [rule: string, sql: string, because: RegExp][]): void;
  /** Declares tests of what the rights of the application exclude; the owner may do it. */
  refusesToApplication(rules: [rule: string, sql: string][]): void;
}

/**
 * For specs that bypass the application, as a bug or a hurried operator would: PostgreSQL refuses. Starts a service for the
 * spec, and audits it at the end.
 */
export function preparedDatabase(prepare?: (post: Post) => Promise<void>): PreparedDatabase {
  let service: TestService;
  let login: ServiceLogin;
  let clients: Record<Role, Client>;

  beforeAll(async () => {
    service = await startService();
    await prepare?.(async (path, body) => {
      const { status, text, json } = await service.client.post(path, body);
      if (status >= 300) throw new Error(`${path} was answered with ${status}: ${text}`);
      return json;
    });
    login = await createServiceLogin(service.database);
    const [application, owner] = [await connect(service), await connect(service)];
    await application.query('SET ROLE wallet_app');
    clients = { application, login: login.client, owner };
  });

  afterAll(async () => {
    await clients.application.end();
    await clients.owner.end();
    await login.drop();
    await service.audit();
    await service.close();
  });

  const within: PreparedDatabase['within'] = async (role, work) => {
    await clients[role].query('BEGIN');
    try {
      return await work((sql) => clients[role].query(nameShards(sql, service.app.get(ShardMap))));
    } finally {
      await clients[role].query('ROLLBACK');
    }
  };

  /** Resolves to nothing, to keep a failed test from printing the whole result. */
  const attempt = (role: Role, sql: string) =>
    within(role, async (query) => {
      await query(sql);
    });

  return {
    service: () => service,
    within,
    refuses: (rules) => {
      describe.each(roles)('to the %s, PostgreSQL refuses', (role) => {
        it.each(rules)('%s', async (_rule, sql, because) => {
          await expect(attempt(role, sql)).rejects.toThrow(because);
        });
      });
    },
    refusesToApplication: (rules) => {
      describe('to the application, PostgreSQL also refuses', () => {
        it.each(rules)('%s', async (_rule, sql) => {
          const because = /permission denied|must be owner/;
          await expect(attempt('application', sql)).rejects.toThrow(because);
        });
      });
    },
  };
}

async function connect(service: TestService): Promise<Client> {
  const client = new Client({ connectionString: service.database.url });
  await client.connect();
  return client;
}
