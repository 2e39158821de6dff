import type { Journal } from '@app/ledger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { answerProblem } from '../http/problem.filter.js';

/** Made once: the stack of an error costs as much as the rest of its answer. */
const overloaded = new ProblemError('overloaded');

/**
 * Sheds a write that the journal has no room for before anything is spent on it: its body is not read, its caller not looked up.
 * What is left of the processor then goes to the writes that wait, or a service that is asked for three times what it can
 * do would do next to nothing.
 */
export function shedEarly(
  server: FastifyInstance,
  { journal, problems }: { journal: Pick<Journal, 'isFullFor'>; problems: ProblemRegistry },
): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.routeSettings.transactional || !journal.isFullFor(userOf(request))) {
      done();
      return;
    }
    answerProblem(overloaded, { request, reply, problems });
  });
}

function userOf({ params }: FastifyRequest): string {
  return (params as { userId?: string }).userId ?? '';
}
