import { PlayerTokens } from '@app/players';
import { type CanActivate, Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem.js';
import { type PlayerOptions, playerOptions } from './player-options.js';

/** Lets a request through where players have their password here. */
@Injectable()
export class PasswordsOffered implements CanActivate {
  constructor(private readonly tokens: PlayerTokens) {}

  canActivate(): boolean {
    if (this.tokens.issue) return true;
    throw new ProblemError(
      'route-not-found',
      'Players log in at the identity provider of this service (JWKS_URL), and bring the token that it gives them.',
    );
  }
}

/** Lets a request through where anybody may become a player. */
@Injectable()
export class SignUpOffered implements CanActivate {
  constructor(@Inject(playerOptions) private readonly options: PlayerOptions) {}

  canActivate(): boolean {
    if (this.options.signUp) return true;
    throw new ProblemError('route-not-found', 'Sign-up is switched off (SIGN_UP).');
  }
}
