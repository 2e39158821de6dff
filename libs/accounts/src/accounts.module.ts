import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Assets } from './assets.js';
import { Balances } from './balances.js';
import { loadShardMap, ShardMap } from './shard-map.js';

/** Assets, accounts and their current balances. A global module must export the DataSource. */
@Module({
  providers: [{ provide: ShardMap, useFactory: loadShardMap, inject: [DataSource] }, Assets, Balances],
  exports: [ShardMap, Assets, Balances],
})
export class AccountsModule {}
