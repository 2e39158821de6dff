import { setTimeout as sleep } from 'node:timers/promises';
import { types } from 'node:util';

const pollMs = 250;
const maxFailures = 3;
const windowMs = 60_000;

export interface Supervised {
  /** Called four times a second, so it must be cheap. */
  isRunning(): boolean;
  /** Restarts the server. Rejects if that fails. */
  restart(): Promise<void>;
  log(message: string): void;
}

export interface Supervision {
  /** Resolves with the reason when the server is given up. */
  lost: Promise<string>;
  end: () => void;
}

/**
 * Restarts a server that died. A death and a failed start each count as a failure. It gives up at the third failure within a
 * minute, or the third in a row.
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

/** Resolves with the reason when the server is given up, or with `undefined` when the supervision ends. */
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

/** Resolves to whether to continue. Does not keep the process alive. */
async function pause(signal: AbortSignal): Promise<boolean> {
  await sleep(pollMs, undefined, { ref: false, signal }).catch(() => undefined);
  return !signal.aborted;
}
