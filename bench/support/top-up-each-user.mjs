import { Connection } from '../load/connection.mjs';
import { topUp } from '../load/requests.mjs';

const callers = 64;

/** Tops up user-0 to user-(n − 1) once each, over HTTP. Throws at the first answer that is not a success. */
export async function topUpEachUser({ url, key, users }) {
  const head = `host: ${new URL(url).host}\r\nauthorization: Bearer ${key}\r\n`;
  let next = 0;
  async function work(connection) {
    while (next < users) {
      const request = topUp(`user-${next++}`, head);
      const status = await new Promise((resolve) => connection.ask(request, resolve));
      if (status !== 201) throw new Error(`a first top-up was answered with ${status}`);
    }
  }
  const connections = Array.from({ length: callers }, () => new Connection(url));
  try {
    await Promise.all(connections.map(work));
  } finally {
    for (const connection of connections) connection.close();
  }
}
