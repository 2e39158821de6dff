import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';

/** Assets: the kinds of credits. */
@Module({ imports: [AccountsModule], controllers: [AssetsController] })
export class AssetsApiModule {}
