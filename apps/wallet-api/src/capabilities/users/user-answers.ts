import { WalletFreezes } from '@app/freezes';
import { Users } from '@app/users';
import { Injectable } from '@nestjs/common';
import { refuseUnknown } from './refuse-unknown.js';
import { type UserAnswer, userAnswer } from './user-answers.dto.js';

/** Reads users as the API shows them, with the current freeze of their wallet. */
@Injectable()
export class UserAnswers {
  constructor(
    private readonly users: Users,
    private readonly freezes: WalletFreezes,
  ) {}

  /** Throws `user-not-found`. */
  async require(userId: string): Promise<UserAnswer> {
    const [user, freeze] = await Promise.all([this.users.find(userId), this.freezes.current(userId)]);
    return user ? userAnswer(user, freeze) : refuseUnknown(userId);
  }
}
