import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../../request/http/draining.js';
import { untilStopSignal } from '../stop-signals.js';

/**
 * How long idle connections stay open after the listener has closed. A keep-alive client can use the time for its next request,
 * whose answer tells it to disconnect (`connection: close`). Closing at once could lose a request that is on its way.
 */
const graceMs = 1_000;

/** Upper limit on turns of the event loop before the listener closes. An idle turn takes much less than a millisecond. */
const maxTurns = 200;

/**
 * After this, the process exits regardless: orchestrators kill it after ten seconds. Nothing is lost, because every success is
 * committed before it is answered.
 */
export const shutdownTimeoutMs = 9_500;

/** The least time for requests in flight, however long the notice was. */
const finishMs = 7_500;

/**
 * Resolves with the exit code after SIGTERM or SIGINT, once every request received is answered. For `noticeMs` it keeps
 * accepting requests while readiness already fails, so a load balancer can redirect traffic before the listener closes. The
 * caller closes the application. A second signal more than a second later ends the process at once.
 */
export async function waitForShutdownSignal(
  app: NestFastifyApplication,
  { noticeMs }: { noticeMs: number },
): Promise<number> {
  await untilStopSignal();
  setTimeout(() => process.exit(1), Math.max(shutdownTimeoutMs, noticeMs + finishMs)).unref();

  const draining = app.get(Draining);
  draining.begin();
  await sleep(noticeMs);
  await finishRequests(app.getHttpServer(), draining);
  return 0;
}

/**
 * Resolves once the backlog of new connections is accepted. The event loop accepts one connection per turn, and those still in the
 * backlog when the listener closes would be reset. Bounded by `maxTurns`, because connections may never stop arriving.
 */
async function acceptBacklog(server: Server): Promise<void> {
  let hasAccepted = true;
  const onConnection = () => {
    hasAccepted = true;
  };
  server.on('connection', onConnection);
  for (let turn = 0; hasAccepted && turn < maxTurns; turn++) {
    hasAccepted = false;
    // The first ends the current turn, the second waits for a whole one.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  server.off('connection', onConnection);
}

/** Closes the listener, and waits until all pending requests are answered and all connections closed. */
async function finishRequests(server: HttpServer, draining: Draining): Promise<void> {
  const closed = once(server, 'close');
  await acceptBacklog(server);
  // http.Server.close would close idle connections at once; net.Server.close only stops listening.
  Server.prototype.close.call(server);
  // From now on, answers tell their clients to disconnect. Told earlier, clients would have reconnected.
  draining.markListenerClosed();
  await Promise.race([closed, sleep(graceMs)]);
  await acceptBacklog(server);
  server.closeIdleConnections();
  await closed;
}
