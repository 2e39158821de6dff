import 'reflect-metadata';
import { type LaneObserver, PostingTimes } from '@app/ledger';
import { trace } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { observeRequests } from '../../apps/wallet-api/src/metrics/http-metrics.js';
import { JournalMetrics } from '../../apps/wallet-api/src/metrics/journal-metrics.js';
import { AccessLog } from '../../apps/wallet-api/src/request/http/access-log.js';

/** The most that metrics may cost a top-up. */
const limitMicroseconds = 2;

const repetitions = 200_000;
const rounds = 9;

/**
 * The processor time that metrics add to a top-up, in microseconds: measured in a loop, because it is lost in the noise of a whole
 * service. Exits with 1 beyond the limit.
 */
export function printObserverCost(): void {
  const silent = new AccessLog(undefined);
  const observed = new AccessLog(undefined);
  const registry = new Registry();
  observeRequests({ accessLog: observed }, registry);
  const lane = new JournalMetrics(registry).openLane(0, () => 0);
  const tracer = trace.getTracer('bench');

  const request = answeredTopUp();
  const complete = (log: AccessLog) => () => {
    log.requestCompleted(null, ...request);
  };
  const http = costOf(complete(observed)) - costOf(complete(silent));
  const alone = costOf(() => {
    observeBatch(lane, 1);
  });
  const shared = costOf(() => {
    observeBatch(lane, 50);
  });
  const span = costOf(() => {
    tracer.startSpan('posting', { attributes: { type: 'topup' } }).isRecording();
  });
  const times = costOf(() => new PostingTimes());

  const perRequest = { 'in a batch of 1': http + alone, 'in a batch of 50': http + shared / 50 };
  print('request metrics', http);
  print('lane metrics, a batch of 1', alone);
  print('lane metrics, a batch of 50, per posting', shared / 50);
  for (const [where, cost] of Object.entries(perRequest)) print(`metrics of a top-up ${where}`, cost);
  print('a span without an SDK (also without metrics)', span);
  print('the times of a posting (also without metrics)', times);
  if (Math.max(...Object.values(perRequest)) > limitMicroseconds) {
    console.log(`more than ${limitMicroseconds} µs`);
    process.exitCode = 1;
  }
}

function observeBatch(lane: LaneObserver, postings: number): void {
  for (let count = 0; count < postings; count++) lane.taken(1.5);
  lane.committed({ postings, batchMs: 6.5, commitMs: 2.5 });
}

function answeredTopUp(): [FastifyRequest, FastifyReply] {
  const request = {
    method: 'POST',
    url: '/v1/wallets/alice/GOLD/topup',
    log: { info: () => undefined },
    routeSettings: { url: '/v1/wallets/:userId/:asset/topup', transactional: true },
    problemCode: undefined,
  };
  const reply = { statusCode: 201, elapsedTime: 8.25 };
  return [request as unknown as FastifyRequest, reply as unknown as FastifyReply];
}

/** Microseconds per call: the median of the rounds. */
function costOf(work: () => unknown): number {
  const costs = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    for (let count = 0; count < repetitions; count++) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / repetitions;
  });
  return costs.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? NaN;
}

function print(what: string, microseconds: number): void {
  console.log(`${what.padEnd(48)} ${microseconds.toFixed(2)} µs`);
}
