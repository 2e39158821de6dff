// The HTTP load generator. A separate process, so its event loop does not wait for the bench.
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOrder } from './answer-order.js';
import { Connection, isSuccess } from './connection.js';
import { type Processes, watchProcessorTime } from './processor-time.js';
import { type Ask, requestsOf } from './requests.js';
import { Tally, type Window } from './tally.js';

export interface HttpOrder extends Window {
  /** Several services share the callers evenly. */
  urls: string[];
  key: string;
  /** For all services, or one for each. */
  ask: Ask | readonly Ask[];
  connections: number;
  /** For an open loop: requests come at this rate, however long the answers take. Without it each caller waits for its answer. */
  ratePerSecond?: number;
  /** Whose processor time is measured. */
  watch?: Processes;
}

interface Caller {
  connection: Connection;
  next: () => string;
}

answerOrder<'http-load'>(async (order) => {
  const callers = Array.from({ length: order.connections }, (_, number): Caller => {
    const service = number % order.urls.length;
    const url = order.urls[service] ?? '';
    const ask = 'what' in order.ask ? order.ask : order.ask[service];
    if (!ask) throw new Error(`nothing to ask of ${url}`);
    return { connection: new Connection(url), next: requestsOf(ask, { url, key: order.key }) };
  });
  const tally = new Tally(order);
  const [processorSeconds] = await Promise.all([
    order.watch && watchProcessorTime(order.watch, tally),
    order.ratePerSecond ? openLoop(callers, tally, order.ratePerSecond) : closedLoop(callers, tally),
  ]);
  for (const { connection } of callers) connection.close();
  return { ...tally.result(), processorSeconds };
});

/** Every caller asks again as soon as it has its answer: measures capacity. */
async function closedLoop(callers: readonly Caller[], tally: Tally): Promise<void> {
  for (const caller of callers) askUntilTheEnd(caller, tally);
  await sleep(tally.until - performance.now());
}

function askUntilTheEnd(caller: Caller, tally: Tally): void {
  const askedAt = performance.now();
  caller.connection.ask(caller.next(), (status) => {
    const at = performance.now();
    tally.count({ at, latencyMs: at - askedAt, succeeded: isSuccess(status) });
    if (at < tally.until) askUntilTheEnd(caller, tally);
  });
}

/** How long after the end an answer may still come. */
const graceMs = 5_000;

/**
 * Requests are due at random times (a Poisson process of this rate), whether or not those before were answered: measures the
 * latency that an independent caller sees. It counts from the moment at which the request was due, so a pause of the service
 * is charged to every request that came due meanwhile. So is a delay of the load generator.
 */
async function openLoop(callers: readonly Caller[], tally: Tally, ratePerSecond: number): Promise<void> {
  const idle = [...callers];
  const waiting: number[] = [];
  let unanswered = 0;
  const send = (caller: Caller, dueAt: number) => {
    caller.connection.ask(caller.next(), (status) => {
      unanswered--;
      tally.count({ at: dueAt, latencyMs: performance.now() - dueAt, succeeded: isSuccess(status) });
      const nextDueAt = waiting.shift();
      if (nextDueAt === undefined) idle.push(caller);
      else send(caller, nextDueAt);
    });
  };

  const wait = () => (-Math.log(1 - Math.random()) * 1000) / ratePerSecond;
  let dueAt = performance.now() + wait();
  while (dueAt < tally.until) {
    for (; dueAt <= performance.now() && dueAt < tally.until; dueAt += wait()) {
      unanswered++;
      const caller = idle.pop();
      if (caller) send(caller, dueAt);
      else waiting.push(dueAt);
    }
    await sleep(1);
  }
  for (const giveUpAt = performance.now() + graceMs; unanswered > 0 && performance.now() < giveUpAt;)
    await sleep(10);
  for (; unanswered > 0; unanswered--) tally.count({ at: tally.from, latencyMs: NaN, succeeded: false });
}
