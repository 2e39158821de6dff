import { askOnce, Connection } from '../load/connection.js';
import { headersOf, topUp } from '../load/requests.js';

const callers = 64;

/** Tops up user-0 to user-(n − 1) once each, over HTTP. Throws at the first answer that is not a success. */
export async function topUpEachUser(to: { url: string; key: string; users: number }): Promise<void> {
  const head = headersOf(to);
  let next = 0;
  const work = async (connection: Connection) => {
    while (next < to.users) await askOnce(connection, topUp(`user-${next++}`, head));
  };
  const connections = Array.from({ length: callers }, () => new Connection(to.url));
  try {
    await Promise.all(connections.map(work));
  } finally {
    for (const connection of connections) connection.close();
  }
}
