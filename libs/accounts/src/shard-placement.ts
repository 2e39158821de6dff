import type { NodeAddress, NodeConnections } from '@app/database';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { ShardMap } from './shard-map.js';

/**
 * Shards that are always stored together. One statement may read and write all of them, and a transaction stays within them. Their
 * node may change while the service runs.
 */
export interface PlacementGroup {
  readonly shards: readonly number[];
  /** Connects to the node that has the rows. */
  readonly dataSource: DataSource;
  /** The same for the lanes of the journal. On one PostgreSQL no read can take its connections. */
  readonly writer: DataSource;
}

interface Placed extends NodeAddress {
  shard: number;
  /** Identifies the group; a text because it is a `bigint`. */
  group: string;
}

type MovableGroup = { -readonly [Member in keyof PlacementGroup]: PlacementGroup[Member] };

/** How long a group that has moved may still be written through its former node, which forwards every statement. */
const refreshEveryMs = 5_000;

/**
 * Which node has which shards. One PostgreSQL is one group with all of them. On Citus a group is what
 * `get_shard_id_for_distribution_column` gives the same id: its tables are colocated.
 */
export class ShardPlacement implements OnApplicationShutdown {
  private readonly byShard = new Map<number, MovableGroup>();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly connections: NodeConnections,
    readonly groups: readonly PlacementGroup[],
  ) {
    for (const group of groups) for (const shard of group.shards) this.byShard.set(shard, group);
  }

  /** Rejects with the database error if the placement cannot be read or a node cannot be reached. */
  static async load(connections: NodeConnections, shards: ShardMap): Promise<ShardPlacement> {
    if (connections.engine === 'postgres') {
      const { main, reserved } = connections;
      return new ShardPlacement(connections, [{ shards: shards.all, dataSource: main, writer: reserved }]);
    }
    const placed = await readPlacement(connections.main, shards.all);
    const groups = await Promise.all(
      membersOf(placed).map(async (members) => {
        const node = await connections.at(addressOf(members));
        return { shards: members.map(({ shard }) => shard), dataSource: node, writer: node };
      }),
    );
    const placement = new ShardPlacement(connections, groups);
    placement.refreshLater();
    return placement;
  }

  /** Whether the shards are on several nodes, by Citus. */
  get isDistributed(): boolean {
    return this.connections.engine !== 'postgres';
  }

  /** Connects to the node that can reach all rows. */
  get coordinator(): DataSource {
    return this.connections.main;
  }

  of(shard: number): PlacementGroup {
    const group = this.byShard.get(shard);
    if (!group) throw new Error(`Shard ${shard} is placed nowhere`);
    return group;
  }

  /** The groups that have some of these shards, with only those. */
  among(shards: readonly number[]): PlacementGroup[] {
    const parts = new Map<PlacementGroup, number[]>();
    for (const shard of shards) {
      const group = this.of(shard);
      const ofGroup = parts.get(group);
      if (ofGroup) ofGroup.push(shard);
      else parts.set(group, [shard]);
    }
    return [...parts].map(([{ dataSource, writer }, ofGroup]) => ({ shards: ofGroup, dataSource, writer }));
  }

  /** Follows groups that were moved to another node. Keeps the known nodes if the placement cannot be read. */
  async refresh(): Promise<void> {
    const shards = [...this.byShard.keys()];
    const placed = await readPlacement(this.connections.main, shards).catch(() => []);
    for (const { shard, host, port } of placed) {
      const group = this.byShard.get(shard);
      const node = await this.connections.at({ host, port }).catch(() => undefined);
      if (group && node) Object.assign(group, { dataSource: node, writer: node });
    }
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private refreshLater(): void {
    this.timer = setTimeout(() => {
      void this.refresh().then(() => {
        this.refreshLater();
      });
    }, refreshEveryMs).unref();
  }
}

function membersOf(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups.values()];
}

function addressOf(members: readonly Placed[]): NodeAddress {
  const [first] = members;
  if (!first) throw new Error('A placement group has no shard');
  return { host: first.host, port: first.port };
}

async function readPlacement(dataSource: DataSource, shards: readonly number[]): Promise<Placed[]> {
  return dataSource.query<Placed[]>(
    `SELECT wanted.shard, wanted."group"::text AS "group", nodename AS host, nodeport AS port
     FROM (
       SELECT number AS shard, get_shard_id_for_distribution_column('accounts', number) AS "group"
       FROM unnest($1::smallint[]) AS number
     ) AS wanted
     JOIN pg_dist_placement ON pg_dist_placement.shardid = wanted."group"
     JOIN pg_dist_node ON pg_dist_node.groupid = pg_dist_placement.groupid AND noderole = 'primary'
     ORDER BY wanted.shard`,
    [shards],
  );
}
