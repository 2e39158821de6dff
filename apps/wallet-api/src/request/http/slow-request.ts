import type { PostingTimes } from '@app/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What its posting waited for. */
    postingTimes: PostingTimes | undefined;
  }
}

/** For the log line of a slow request. A read has no members of a posting. */
export function slowRequestFields(request: FastifyRequest, reply: FastifyReply) {
  const { postingTimes } = request;
  return {
    method: request.method,
    route: request.routeSettings.url ?? 'none',
    status: reply.statusCode,
    durationMs: roundMs(reply.elapsedTime),
    ...(postingTimes && {
      queuedMs: roundIfKnown(postingTimes.queuedMs),
      batchMs: roundIfKnown(postingTimes.batchMs),
      commitMs: roundIfKnown(postingTimes.commitMs),
      batchSize: postingTimes.batchSize,
      attempts: postingTimes.attempts,
    }),
  };
}

/** To hundredths of a millisecond. */
export function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}

function roundIfKnown(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : roundMs(ms);
}
