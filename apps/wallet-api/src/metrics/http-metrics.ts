import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import { secondsBuckets } from './buckets.js';
import { type Series, SeriesHistogram } from './series-histogram.js';

type Outcome = 'success' | 'refused' | 'rejected' | 'failed';
type Labels = 'method' | 'route' | 'kind' | 'outcome';

/** Observes each request once it is answered. Labels are templates and codes, never what a caller sent. */
export function observeRequests({ accessLog }: Pick<FastifyInstance, 'accessLog'>, registry: Registry): void {
  const duration = new SeriesHistogram<Labels>({
    name: 'wallet_http_request_duration_seconds',
    help: 'Time from the head of a request until its answer was sent',
    labelNames: ['method', 'route', 'kind', 'outcome'],
    buckets: secondsBuckets,
    registers: [registry],
  });
  const problems = new Counter({
    name: 'wallet_problems_total',
    help: 'Answers that are problem documents',
    labelNames: ['code'],
    registers: [registry],
  });
  const known = new Map<string, Series>();
  const seriesOf = (method: string, route: string, outcome: Outcome): Series => {
    const key = `${method} ${outcome} ${route}`;
    const found = known.get(key);
    if (found) return found;
    const series = duration.addSeries({ method, route, kind: kindOf(method), outcome });
    known.set(key, series);
    // From the first request of a route: `rate` does not see a series that begins with a failure.
    if (outcome !== 'failed') seriesOf(method, route, 'failed');
    return series;
  };
  accessLog.onAnswered((request, reply) => {
    const { method, problemCode, routeSettings } = request;
    const series = seriesOf(method, routeSettings.url ?? 'none', outcomeOf(request, reply));
    series.observe(reply.elapsedTime / 1_000);
    if (problemCode !== undefined) problems.inc({ code: problemCode });
  });
}

/** How a posting is refused. */
const refusals: ReadonlySet<number> = new Set([412, 422]);

function kindOf(method: string): 'read' | 'write' {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'read' : 'write';
}

function outcomeOf({ routeSettings }: FastifyRequest, { statusCode }: FastifyReply): Outcome {
  if (statusCode >= 500) return 'failed';
  if (statusCode < 400) return 'success';
  return routeSettings.transactional && refusals.has(statusCode) ? 'refused' : 'rejected';
}
