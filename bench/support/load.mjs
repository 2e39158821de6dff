// The load generator, a program of its own, so that its event loop is nobody else's: as many callers as `connections`
// says, each of whom tops up a random user, waits for the answer, and does it again.
import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { percentile } from './statistics.mjs';

process.once('message', ({ url, key, connections, users, warmUpSeconds, seconds }) => {
  const latencies = [];
  const point = { transfers: 0, non2xx: 0, errors: 0, timeouts: 0 };
  const countFrom = performance.now() + warmUpSeconds * 1000;
  const countUntil = countFrom + seconds * 1000;
  const counts = () => performance.now() >= countFrom && performance.now() < countUntil;

  const run = autocannon({
    url,
    connections,
    duration: warmUpSeconds + seconds + 60, // ended by us, below
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...topUp(users, key) }) }],
  });
  // autocannon's own figures include the warm-up, and its histogram rounds to milliseconds.
  run.on('response', (client, status, bytes, latencyMs) => {
    if (!counts()) return;
    if (status >= 200 && status < 300) {
      point.transfers++;
      latencies.push(latencyMs);
    } else {
      point.non2xx++;
    }
  });
  // A timeout is reported as an error too.
  run.on('reqError', (error) => {
    if (counts()) point[/timed out/.test(error?.message) ? 'timeouts' : 'errors']++;
  });

  setTimeout(() => {
    const result = {
      ...point,
      perSecond: point.transfers / seconds,
      p50Ms: percentile(latencies, 50),
      p99Ms: percentile(latencies, 99),
    };
    process.send(result, () => process.exit(0));
  }, countUntil - performance.now());
});

function topUp(users, key) {
  return {
    path: `/v1/wallets/user-${Math.floor(Math.random() * users)}/GOLD/topup`,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: `{"amount":${1 + Math.floor(Math.random() * 1000)}}`,
  };
}
