import { AccountsModule } from '@app/accounts';
import { HoldsModule } from '@app/holds';
import { Module } from '@nestjs/common';
import { WalletsApiModule } from '../wallets/wallets.module.js';
import { HoldsController } from './holds.controller.js';

/** Holds, and what is reserved by them. */
@Module({ imports: [AccountsModule, HoldsModule, WalletsApiModule], controllers: [HoldsController] })
export class HoldsApiModule {}
