import type { PlayerTokens } from '@app/players';
import type { FastifyInstance } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import { ProblemError } from '../problems/problem.js';

/** Optional features of an installation: player passwords, and open sign-up. */
type Feature = 'passwords' | 'sign-up';

declare module 'fastify' {
  interface FastifyContextConfig {
    feature?: Feature;
  }
}

/** Hides the route in installations without the feature. */
export function RequiresFeature(feature: Feature): MethodDecorator {
  return ConfigureRoute({ feature });
}

/** The options that decide which features are on. */
export interface FeatureOptions {
  /** Passwords are on if the service issues tokens itself. */
  tokens: Pick<PlayerTokens, 'issue'>;
  signUp: boolean;
}

/** Answers `route-not-found` on the routes of a disabled feature, with the reason as its detail. */
export function hideDisabledFeatures(server: FastifyInstance, { tokens, signUp }: FeatureOptions): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { feature } = request.routeSettings;
    done(feature && problemOf(feature));
  });

  function problemOf(feature: Feature): ProblemError | undefined {
    if (!tokens.issue) {
      return new ProblemError(
        'route-not-found',
        'This service accepts the tokens of an identity provider (JWKS_URL). Log in there, and send its token.',
      );
    }
    if (feature === 'sign-up' && !signUp) {
      return new ProblemError('route-not-found', 'Sign-up is switched off (SIGN_UP).');
    }
    return undefined;
  }
}
