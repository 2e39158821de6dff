import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ProblemError } from '../../request/problems/problem.js';
import type { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { answerProblem } from '../../request/http/problem.filter.js';
import { consoleFolder, fileOf, isConsoleBuilt } from './console-files.js';

/** Allows only files from this origin: no inline script or style, no other host, no framing. */
const contentSecurityPolicy = [
  `default-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/** The page is public. It loads its data with the key of its user. */
const config = { access: { kind: 'public' } } as const;

/**
 * Serves the built console at /console. With `demo`, announced in /console/config.json, the page offers the keys of the
 * demonstration.
 */
export async function serveConsole(
  server: FastifyInstance,
  { demo, problems }: { demo: boolean; problems: ProblemRegistry },
): Promise<void> {
  if (!isConsoleBuilt()) {
    server.log.warn(`The console is not served: ${consoleFolder} is missing; run npm run build`);
    return;
  }
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: consoleFolder,
      serve: false,
      preCompressed: true,
      cacheControl: true,
    });
    // Nest sets an error handler only for Nest routes.
    scope.setErrorHandler((error, request, reply) => {
      answerProblem(error, { request, reply, problems });
    });
    scope.addHook('onSend', (_request, reply, payload, done) => {
      secure(reply);
      done(null, payload);
    });
    scope.get('/console/config.json', { config }, (_request, reply) => {
      void reply.header('cache-control', 'no-store').send({ demo });
    });
    scope.get('/console', { config }, (_request, reply) => sendFile(reply, ''));
    scope.get<{ Params: { '*': string } }>('/console/*', { config }, ({ params }, reply) =>
      sendFile(reply, params['*']),
    );
  });
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const file = fileOf(path);
  if (!file) throw new ProblemError('route-not-found');
  return reply.sendFile(file.name, file.options);
}

function secure(reply: FastifyReply): void {
  void reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin');
}
