import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { validationProblem } from '../problems/validation-problem.js';
import { refuseUnseenQuery } from '../validation/unseen-query.guard.js';

/** The query parameter of a `@Transactional()` route; no handler sees it. */
export const dryRunParameter = 'dryRun';

/** Whether the request asks for a dry run: exactly `dryRun=true`, and nothing else in the query. */
export function isDryRun(context: ExecutionContext): boolean {
  const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!url.includes('?') || (query as Record<string, unknown>)[dryRunParameter] !== 'true') return false;
  refuseUnseenQuery(context, dryRunParameter);
  return true;
}

/** Throws `validation-failed` if the request has a query. Call it if the request is not a dry run. */
export function refuseQuery(context: ExecutionContext): void {
  const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!url.includes('?')) return;
  if (Object.hasOwn(query as object, dryRunParameter)) {
    throw validationProblem([{ pointer: `/${dryRunParameter}`, detail: 'must be true, or left out' }]);
  }
  refuseUnseenQuery(context);
}
