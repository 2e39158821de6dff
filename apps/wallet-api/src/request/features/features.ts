import type { PlayerTokens } from '@app/players';
import type { FastifyInstance } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import { ProblemError } from '../problems/problem.js';

/** What an installation may leave out: passwords of players, and sign-up by anyone. */
type Feature = 'passwords' | 'sign-up';

declare module 'fastify' {
  interface FastifyContextConfig {
    feature?: Feature;
  }
}

/** This route exists only in installations with the feature. */
export function RequiresFeature(feature: Feature): MethodDecorator {
  return ConfigureRoute({ feature });
}

/** What decides which features are on. */
export interface FeatureOptions {
  /** Passwords are on where the service issues tokens. */
  tokens: Pick<PlayerTokens, 'issue'>;
  signUp: boolean;
}

/** Answers a route of a disabled feature like one that does not exist, and says why. */
export function hideDisabledFeatures(server: FastifyInstance, { tokens, signUp }: FeatureOptions): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { feature } = request.routeSettings;
    done(feature && reasonAgainst(feature));
  });

  function reasonAgainst(feature: Feature): ProblemError | undefined {
    if (!tokens.issue) {
      return new ProblemError(
        'route-not-found',
        'Players log in at the identity provider of this service (JWKS_URL), and bring the token that it gives them.',
      );
    }
    if (feature === 'sign-up' && !signUp) {
      return new ProblemError('route-not-found', 'Sign-up is switched off (SIGN_UP).');
    }
    return undefined;
  }
}
