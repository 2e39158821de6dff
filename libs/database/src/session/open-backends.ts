/** The open connections of this process, by the server process they talk to. */
const connections = new Map<string, object>();

/**
 * Registers the server process of a connection. Returns `false` if another open connection has the same one: behind a pooler in
 * transaction mode a connection has no session, and its settings do not stick.
 */
export function holdBackend(backend: string, connection: object): boolean {
  const holder = connections.get(backend) ?? connection;
  connections.set(backend, holder);
  return holder === connection;
}

export function releaseBackend(backend: string, connection: object): void {
  if (connections.get(backend) === connection) connections.delete(backend);
}
