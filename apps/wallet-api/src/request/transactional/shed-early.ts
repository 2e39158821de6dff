import type { Journal } from '@app/ledger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { answerProblem } from '../http/problem.filter.js';

/** Created once: capturing a stack costs as much as the rest of the answer. */
const overloaded = new ProblemError('overloaded');

/**
 * Sheds writes that the journal has no room for, before their body is read or their caller looked up. That leaves the processor to
 * the queued writes; otherwise a service under three times the load that it can handle would complete next to nothing.
 */
export function shedEarly(
  server: FastifyInstance,
  { journal, problems }: { journal: Pick<Journal, 'shedIfFull'>; problems: ProblemRegistry },
): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.routeSettings.transactional || !journal.shedIfFull(userOf(request))) {
      done();
      return;
    }
    answerProblem(overloaded, { request, reply, problems });
  });
}

function userOf({ params }: FastifyRequest): string {
  return (params as { userId?: string }).userId ?? '';
}
