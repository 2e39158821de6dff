import type { DataSourceOptions } from 'typeorm';
import type { ConnectionOptions } from '../connection.js';
import { atNode } from '../database-url.js';
import { openPool, poolOf } from '../pool/pools.js';
import { shareWriteState, WriteState } from '../transaction/write-state.js';
import { engineAt } from './engine.js';
import { NodeConnections } from './node-connections.js';

export interface OpenConnectionsOptions extends ConnectionOptions {
  entities: DataSourceOptions['entities'];
  /** How many of the connections no read can take: one for each lane of the journal, and one for readiness. */
  reserved: number;
}

/**
 * Connects to the database and finds out what stores it. Opens the reserved connections and one for reads, which stay open:
 * another program on a full server would take their place. On Citus the lanes use the connections to their nodes instead.
 *
 * Rejects with the connection error.
 */
export async function openConnections({
  poolSize,
  reserved,
  ...connection
}: OpenConnectionsOptions): Promise<NodeConnections> {
  const engine = await engineAt({ ...connection, poolSize: 1 });
  const isCitus = engine === 'citus';
  const openAt = (url: string, size: number) =>
    openPool({ ...connection, engine, url, poolSize: size, kept: 1 });
  const kept = isCitus ? 1 : reserved;
  const main = await openAt(connection.url, Math.max(1, poolSize - kept));
  const own = await openPool({
    ...connection,
    engine,
    poolSize: kept,
    kept,
    onStarved: () => {
      poolOf(main)?.giveUpOne();
    },
  }).catch(async (error: unknown) => {
    await main.destroy();
    throw error;
  });
  const state = new WriteState();
  shareWriteState(state, main, own);
  return new NodeConnections({
    engine,
    main,
    reserved: own,
    open: async (node) => {
      const pool = await openAt(atNode(connection.url, node), poolSize);
      shareWriteState(state, pool);
      return pool;
    },
  });
}
