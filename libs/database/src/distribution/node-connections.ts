import type { DataSource } from 'typeorm';
import type { Engine } from './engine.js';

/** The address of a node, as the cluster knows it. */
export interface NodeAddress {
  host: string;
  port: number;
}

interface Opened {
  engine: Engine;
  /** For reads, and for whatever else a request does. */
  main: DataSource;
  /** For readiness and, unless the engine is Citus, the lanes of the journal. */
  reserved: DataSource;
  /** Connects to a node with the login, the database and the settings of `main`. */
  open: (address: NodeAddress) => Promise<DataSource>;
}

/**
 * The connections of the service: those of DATABASE_URL and, on Citus, those to the nodes that store the shards. Every Citus node
 * plans and runs any statement; the node that has the rows does it without asking another one.
 */
export class NodeConnections {
  readonly engine: Engine;
  readonly main: DataSource;
  readonly reserved: DataSource;
  private readonly open: Opened['open'];
  private readonly nodes = new Map<string, Promise<DataSource>>();
  private readonly opened = new Set<DataSource>();

  constructor({ engine, main, reserved, open }: Opened) {
    this.engine = engine;
    this.main = main;
    this.reserved = reserved;
    this.open = open;
  }

  /** Opens at most one pool per node. Rejects with the connection error if the node cannot be reached; the next call tries again. */
  async at(address: NodeAddress): Promise<DataSource> {
    const name = `${address.host}:${address.port}`;
    const opening = this.nodes.get(name) ?? this.open(address);
    this.nodes.set(name, opening);
    try {
      const node = await opening;
      this.opened.add(node);
      return node;
    } catch (error) {
      this.nodes.delete(name);
      throw error;
    }
  }

  /** The pools that are open now. */
  get dataSources(): DataSource[] {
    return [this.main, this.reserved, ...this.opened];
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.nodes.values());
    for (const node of opened) if (node.status === 'fulfilled') await node.value.destroy();
    await this.reserved.destroy();
    await this.main.destroy();
  }
}
