import { setTimeout as sleep } from 'node:timers/promises';
import { types } from 'node:util';

const pollMs = 250;
const maxFailures = 3;
const windowMs = 60_000;

export interface Supervised {
  /** Cheap: it is asked four times a second. */
  isRunning(): boolean;
  /** Makes the server run again. Rejects when that fails. */
  restart(): Promise<void>;
  log(message: string): void;
}

export interface Supervision {
  /** Resolves, with the reason, when the server has failed for the third time and is given up. */
  lost: Promise<string>;
  end: () => void;
}

/**
 * Starts a server again that has died. A death is a failure, and so is a start that fails. At the third failure within a
 * minute, or the third without a success between them, it gives up.
 */
export function supervise(server: Supervised): Supervision {
  const abort = new AbortController();
  const lost = new Promise<string>((resolve) => {
    void watch(server, abort.signal).then((reason) => {
      if (reason !== undefined) resolve(reason);
    });
  });
  return {
    lost,
    end: () => {
      abort.abort();
    },
  };
}

/** Resolves with the reason when the server is given up, and with nothing when the supervision has ended. */
async function watch(server: Supervised, signal: AbortSignal): Promise<string | undefined> {
  let failures: number[] = [];
  let reason = 'it was killed, or it crashed.';
  while (await pause(signal)) {
    if (server.isRunning()) continue;
    failures = [...failures.filter((at) => Date.now() - at < windowMs), Date.now()];
    while (failures.length < maxFailures) {
      server.log('The embedded PostgreSQL has ended unexpectedly: starting it again');
      try {
        await server.restart();
        break;
      } catch (error) {
        reason = types.isNativeError(error) ? error.message : String(error);
        failures.push(Date.now());
      }
      if (!(await pause(signal))) return undefined;
    }
    if (failures.length >= maxFailures && !signal.aborted) return reason;
  }
  return undefined;
}

/** Answers whether to go on. Keeps no process alive. */
async function pause(signal: AbortSignal): Promise<boolean> {
  await sleep(pollMs, undefined, { ref: false, signal }).catch(() => undefined);
  return !signal.aborted;
}
