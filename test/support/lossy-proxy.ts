import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A proxy between the service and PostgreSQL that can lose the answer to a COMMIT. */
export interface LossyProxy {
  /** The URL of the database through the proxy. */
  url: string;
  /** Lets the next COMMIT succeed, but drops its answer and its connection. */
  loseNextCommit(): void;
  /** The number of lost answers. */
  lost(): number;
  close(): Promise<void>;
}

export async function startLossyProxy(databaseUrl: string): Promise<LossyProxy> {
  const target = new URL(databaseUrl);
  let armed = false;
  let lost = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    let dropsAnswer = false;
    client.on('data', (bytes) => {
      if (armed && bytes.includes('COMMIT\0')) {
        armed = false;
        dropsAnswer = true;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (!dropsAnswer) client.write(bytes);
      else {
        lost++;
        client.destroy();
        database.destroy();
      }
    });
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    loseNextCommit: () => {
      armed = true;
    },
    lost: () => lost,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
