import { DataSource, type DataSourceOptions } from 'typeorm';
import { type ConnectionOptions, postgresOptions } from '../connection.js';
import { atNode } from '../database-url.js';
import { engineAt } from './engine.js';
import { NodeConnections } from './node-connections.js';

/** Connects to the database and finds out what stores it. Rejects with the connection error. */
export async function openConnections({
  entities,
  ...connection
}: ConnectionOptions & { entities: DataSourceOptions['entities'] }): Promise<NodeConnections> {
  const engine = await engineAt(connection);
  const open = (url: string) =>
    new DataSource({ ...postgresOptions({ ...connection, url, engine }), entities }).initialize();
  return new NodeConnections(engine, await open(connection.url), (node) =>
    open(atNode(connection.url, node)),
  );
}
