import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from '../health/draining.js';

/**
 * How long answers carry `connection: close` before the server stops listening. Keep-alive clients use the time to leave
 * by themselves; without it they would meet a closed connection in the middle of a request.
 */
const drainMs = 500;

/** After this the process goes whatever is left. Nothing is lost by that: what was answered is committed. */
const patienceMs = 9_000;

/**
 * Resolves with the exit code when the process is told to stop (SIGTERM, SIGINT) and has drained: not ready any more,
 * requests that came are answered. Closing the application is up to the caller. A second signal ends the process at once.
 */
export async function untilToldToStop(app: NestFastifyApplication): Promise<number> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), patienceMs).unref();

  app.get(Draining).begin();
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  return 0;
}
