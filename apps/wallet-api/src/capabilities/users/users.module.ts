import { FreezesModule } from '@app/freezes';
import { Module } from '@nestjs/common';
import { UserAnswers } from './user-answers.js';
import { UsersController } from './users.controller.js';

/** Registers and reads users. Needs `Users`, `UserRegistration` and `Players`, which a global module exports. */
@Module({
  imports: [FreezesModule],
  controllers: [UsersController],
  providers: [UserAnswers],
  exports: [UserAnswers],
})
export class UsersApiModule {}
