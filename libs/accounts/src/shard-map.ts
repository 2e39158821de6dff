import type { DataSource } from 'typeorm';
import { shardOf } from './shard.js';

/** The shards of this database. Their number was fixed when the database was initialised. */
export class ShardMap {
  readonly all: readonly number[];

  constructor(readonly count: number) {
    this.all = Array.from({ length: count }, (_, shard) => shard);
  }

  of(userId: string): number {
    return shardOf(userId, this.count);
  }
}

/** Reads the number of shards that the database was initialised with. */
export async function loadShardMap(dataSource: DataSource): Promise<ShardMap> {
  const [settings] = await dataSource.query<{ shard_count: number }[]>(
    `SELECT shard_count FROM ledger_settings`,
  );
  if (!settings) throw new Error('ledger_settings is empty: the database is not initialised');
  return new ShardMap(settings.shard_count);
}
