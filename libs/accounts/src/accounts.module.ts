import { NodeConnections } from '@app/database';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Assets } from './assets.js';
import { Balances } from './balances.js';
import { loadShardMap, ShardMap } from './shard-map.js';
import { ShardPlacement } from './shard-placement.js';

/** Assets, accounts and their current balances. A global module must export the DataSource and NodeConnections. */
@Module({
  providers: [
    { provide: ShardMap, useFactory: loadShardMap, inject: [DataSource] },
    {
      provide: ShardPlacement,
      useFactory: (connections: NodeConnections, shards: ShardMap) =>
        ShardPlacement.load(connections, shards),
      inject: [NodeConnections, ShardMap],
    },
    Assets,
    Balances,
  ],
  exports: [ShardMap, ShardPlacement, Assets, Balances],
})
export class AccountsModule {}
