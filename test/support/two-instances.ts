import { Client } from 'pg';
import { startService, type TestService } from './test-service.js';

/** Two independent instances of the service on one database. */
export interface TwoInstances {
  first: TestService;
  second: TestService;
  /** The first for even numbers, the second for odd ones. */
  inTurn(index: number): TestService;
  /** A session of the owner of the tables. */
  owner: Client;
  /** Ends every session of the service, which also makes it report its statistics. */
  stop(): Promise<void>;
  /** Drops the database once the instances are stopped. */
  drop(): Promise<void>;
}

/**
 * The second instance divides its shards among different lanes, as during a rolling release: lane locks then never separate the
 * two, and correctness depends only on the locks of keys and accounts.
 */
export async function startTwoInstances(): Promise<TwoInstances> {
  const first = await startService();
  const second = await startService({ database: first.database, journal: { lanes: 3 } });
  const owner = new Client({ connectionString: first.database.url });
  await owner.connect();
  return {
    first,
    second,
    inTurn: (index) => (index % 2 === 0 ? first : second),
    owner,
    stop: async () => {
      await second.close();
      // Not `first.close`, which would drop the database.
      first.client.close();
      await first.app.close();
    },
    drop: async () => {
      await owner.end();
      await first.database.drop();
    },
  };
}
