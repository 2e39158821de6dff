import { constants } from 'node:os';

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

/**
 * A single stop may signal the process twice: Ctrl-C, `timeout` and systemd signal every process of a group, and npm forwards its
 * signal as well. A second signal within this time counts as an echo of the first.
 */
const echoMs = 1_000;

/** Calls `handle` at every SIGTERM and SIGINT. Returns a function that removes it. */
export function onStopSignal(handle: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of stopSignals) process.on(signal, handle);
  return () => {
    for (const signal of stopSignals) process.off(signal, handle);
  };
}

/** Resolves at the first SIGTERM or SIGINT. A second one, unless it is an echo, exits with 1 at once. */
export function untilStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    onStopSignal(() => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > echoMs) process.exit(1);
      resolve();
    });
  });
}

/** The exit code a shell reports for a process ended by this signal. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
