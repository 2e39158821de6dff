import type { ShardMap } from '@app/accounts';

/** Writes each `wallet_shard('…')` as its number: Citus sends a statement to a shard only if it names the shard by a constant. */
export function nameShards(sql: string, shards: ShardMap): string {
  return sql.replace(
    /wallet_shard\('(\w+)'\)/g,
    (_call, userId: string) => `CAST(${shards.of(userId)} AS smallint)`,
  );
}
