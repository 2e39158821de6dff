import type { PlayerTokens } from '@app/players';
import type { FastifyInstance } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import { ProblemError } from '../problems/problem.js';
import type { PlayerOptions } from './player-options.js';

/** What an installation may leave to others: that players have their password here, and that anybody may become one. */
type Offer = 'passwords' | 'sign-up';

declare module 'fastify' {
  interface FastifyContextConfig {
    offer?: Offer;
  }
}

/** This route is there only where the offer is made. */
export function OnlyWith(offer: Offer): MethodDecorator {
  return ConfigureRoute({ offer });
}

/** Answers for routes that this installation does not offer as for others that do not exist, and says why. */
export function hideWhatIsNotOffered(
  server: FastifyInstance,
  { tokens, options: { signUp } }: { tokens: PlayerTokens; options: PlayerOptions },
): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { offer } = request.routeSettings;
    done(offer && reasonAgainst(offer));
  });

  function reasonAgainst(offer: Offer): ProblemError | undefined {
    if (!tokens.issue) {
      return new ProblemError(
        'route-not-found',
        'Players log in at the identity provider of this service (JWKS_URL), and bring the token that it gives them.',
      );
    }
    if (offer === 'sign-up' && !signUp) {
      return new ProblemError('route-not-found', 'Sign-up is switched off (SIGN_UP).');
    }
    return undefined;
  }
}
