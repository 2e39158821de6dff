import { FreezesModule } from '@app/freezes';
import { Module } from '@nestjs/common';
import { UsersApiModule } from '../users/users.module.js';
import { FreezesController } from './freezes.controller.js';

/** Freezes and releases wallets. Both operations answer with the user. */
@Module({ imports: [FreezesModule, UsersApiModule], controllers: [FreezesController] })
export class FreezesApiModule {}
