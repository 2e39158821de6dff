/** Which of our open connections talks to which server process. */
const connections = new Map<string, object>();

/**
 * Notes that this connection talks to this server process. Answers `false` when another open connection of ours says so too:
 * behind a pooler in transaction mode a connection has no session, and nothing that is set on it stays.
 */
export function holdBackend(backend: string, connection: object): boolean {
  const holder = connections.get(backend) ?? connection;
  connections.set(backend, holder);
  return holder === connection;
}

export function releaseBackend(backend: string, connection: object): void {
  if (connections.get(backend) === connection) connections.delete(backend);
}
