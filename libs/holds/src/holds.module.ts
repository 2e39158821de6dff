import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Holds } from './holds.js';

/** Reads holds. Needs the global ledger, with `holdsCapability` registered. */
@Module({ imports: [AccountsModule], providers: [Holds], exports: [Holds] })
export class HoldsModule {}
