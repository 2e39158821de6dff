import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';

/** Sign-up and login. Needs `Players` and `PlayerTokens`, which a global module exports. */
@Module({ controllers: [AuthController] })
export class PlayersApiModule {}
