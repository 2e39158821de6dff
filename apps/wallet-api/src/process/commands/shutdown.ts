import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../../request/http/draining.js';
import { untilStopSignal } from '../stop-signals.js';

/**
 * How long connections that are idle may stay open after the door is closed. A keep-alive client uses the time for its
 * next request, whose answer tells it to leave (`connection: close`); cutting it off could meet that request half-way.
 */
const graceMs = 1_000;

/** How many turns of the event loop, each much less than a millisecond when nothing happens, may pass before the door closes. */
const maxTurns = 200;

/** After this the process exits regardless. Nothing is lost: every answer sent is committed. */
export const shutdownTimeoutMs = 9_000;

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
  setTimeout(() => process.exit(1), noticeMs + shutdownTimeoutMs).unref();

  const draining = app.get(Draining);
  draining.begin();
  await sleep(noticeMs);
  await finishRequests(app.getHttpServer(), draining);
  return 0;
}

/**
 * Resolves when everybody who has arrived has been noticed: the event loop takes one new connection in each of its turns,
 * and those that still wait when the door closes would be reset. Bounded, since somebody may always be coming.
 */
async function everybodyIsIn(server: Server): Promise<void> {
  let someoneCame = true;
  const notice = () => {
    someoneCame = true;
  };
  server.on('connection', notice);
  for (let turn = 0; someoneCame && turn < maxTurns; turn++) {
    someoneCame = false;
    // The first ends the turn that is under way, the second comes after a whole one.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  server.off('connection', notice);
}

/** Closes the door, and waits until everybody inside has been served. */
async function finishRequests(server: HttpServer, draining: Draining): Promise<void> {
  const empty = once(server, 'close');
  await everybodyIsIn(server);
  // The close of http.Server would cut idle connections off at once; the one below it only stops listening.
  Server.prototype.close.call(server);
  // From here on every answer tells its caller to leave; told earlier, they would have come back through the door.
  draining.markListenerClosed();
  await Promise.race([empty, sleep(graceMs)]);
  await everybodyIsIn(server);
  server.closeIdleConnections();
  await empty;
}
