// The load generator, a program of its own, so that its event loop is nobody else's. It is told once what to do, and
// tells once what it counted.
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.mjs';
import { watchProcessorTime } from './processor-time.mjs';
import { requestsOf } from './requests.mjs';
import { Tally } from './tally.mjs';

process.once('message', async (order) => {
  // Several services share the callers evenly.
  const callers = Array.from({ length: order.connections }, (_, number) => {
    const url = order.urls[number % order.urls.length];
    return { connection: new Connection(url), next: requestsOf(order.ask, { url, key: order.key }) };
  });
  const tally = new Tally(order);
  const [processorSeconds] = await Promise.all([
    order.watch && watchProcessorTime(order.watch, tally),
    order.ratePerSecond ? openLoop(callers, tally, order.ratePerSecond) : closedLoop(callers, tally),
  ]);
  for (const { connection } of callers) connection.close();
  process.send({ ...tally.result(), processorSeconds }, () => process.exit(0));
});

/** Every caller waits for the answer and asks again at once: how much can be done. */
async function closedLoop(callers, tally) {
  for (const caller of callers) askForEver(caller, tally);
  await sleep(tally.until - performance.now());
}

function askForEver(caller, tally) {
  const askedAt = performance.now();
  caller.connection.ask(caller.next(), (status) => {
    const at = performance.now();
    tally.count({ at, latencyMs: at - askedAt, succeeded: isSuccess(status) });
    if (at < tally.until) askForEver(caller, tally);
  });
}

/** How long after the end an answer may still come. */
const patienceMs = 5_000;

/**
 * Requests are due at random times (a Poisson process of this rate), whatever became of those before: how long somebody waits
 * who comes along. The time counts from the moment at which the request was due, so that a service that stops for a
 * while pays for everybody who came meanwhile, and so does a load generator that is late.
 */
async function openLoop(callers, tally, ratePerSecond) {
  const idle = [...callers];
  const waiting = [];
  let unanswered = 0;
  const send = (caller, dueAt) =>
    caller.connection.ask(caller.next(), (status) => {
      unanswered--;
      tally.count({ at: dueAt, latencyMs: performance.now() - dueAt, succeeded: isSuccess(status) });
      if (waiting.length > 0) send(caller, waiting.shift());
      else idle.push(caller);
    });

  const wait = () => (-Math.log(1 - Math.random()) * 1000) / ratePerSecond;
  let dueAt = performance.now() + wait();
  while (dueAt < tally.until) {
    for (; dueAt <= performance.now() && dueAt < tally.until; dueAt += wait()) {
      unanswered++;
      if (idle.length > 0) send(idle.pop(), dueAt);
      else waiting.push(dueAt);
    }
    await sleep(1);
  }
  for (const giveUpAt = performance.now() + patienceMs; unanswered > 0 && performance.now() < giveUpAt;)
    await sleep(10);
  for (; unanswered > 0; unanswered--) tally.count({ at: tally.from, succeeded: false });
}

function isSuccess(status) {
  return status >= 200 && status < 300;
}
