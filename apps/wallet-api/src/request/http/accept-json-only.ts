import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problems/problem.js';

/**
 * Accepts only JSON bodies, and keeps them as bytes. They are parsed later because, in the documented order of problems, a
 * faulty Idempotency-Key comes before a faulty body.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    const type = request.headers['content-type'] ?? '';
    const charset = type.includes(';') ? /charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] : undefined;
    if ((encoding && encoding !== 'identity') || (charset && charset.toLowerCase() !== 'utf-8')) {
      done(
        new ProblemError(
          'unsupported-media-type',
          'The body must be plain UTF-8 without a content encoding.',
        ),
      );
    } else {
      done(null, body);
    }
  });
}
