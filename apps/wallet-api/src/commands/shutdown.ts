import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../health/draining.js';

/**
 * How long connections that are idle may stay open after the door is closed. A keep-alive client uses the time for its
 * next request, whose answer tells it to leave (`connection: close`); cutting it off could meet that request half-way.
 */
const graceMs = 1_000;

/** After this the process goes whatever is left. Nothing is lost by that: what was answered is committed. */
const patienceMs = 9_000;

/**
 * Resolves with the exit code when the process has been told to stop (SIGTERM, SIGINT) and every request that came is
 * answered. For `noticeMs` it goes on taking requests while readiness already says no, so that a load balancer which asks
 * for it sends the next ones elsewhere before the door closes. Closing the application is up to the caller. A second signal
 * ends the process at once.
 */
export async function untilToldToStop(
  app: NestFastifyApplication,
  { noticeMs }: { noticeMs: number },
): Promise<number> {
  await nextSignal();
  void nextSignal().then(() => process.exit(1));
  setTimeout(() => process.exit(1), noticeMs + patienceMs).unref();

  const draining = app.get(Draining);
  draining.begin();
  await sleep(noticeMs);
  await finishRequests(app.getHttpServer(), draining);
  return 0;
}

async function nextSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}

/**
 * Lets the event loop look once more at every socket. Who has connected, or sent a request, a moment ago may not have been
 * noticed yet: a close right now would reset the connection.
 */
async function everythingArrived(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
}

/** Closes the door, and waits until everybody inside has been served. */
async function finishRequests(server: HttpServer, draining: Draining): Promise<void> {
  const empty = once(server, 'close');
  await everythingArrived();
  // The close of http.Server would cut idle connections off at once; the one below it only stops listening.
  Server.prototype.close.call(server);
  draining.doorClosed();
  await Promise.race([empty, sleep(graceMs)]);
  await everythingArrived();
  server.closeIdleConnections();
  await empty;
}
