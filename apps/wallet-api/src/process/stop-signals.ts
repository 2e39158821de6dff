import { constants } from 'node:os';

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

/**
 * One order to stop may arrive twice: Ctrl-C, `timeout` and systemd signal every process of a group, and npm passes its own
 * signal on. What comes within this time after the first is taken for its echo.
 */
const echoMs = 1_000;

/** Calls `handle` at every SIGTERM and SIGINT, and returns what ends that. */
export function onStopSignal(handle: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of stopSignals) process.on(signal, handle);
  return () => {
    for (const signal of stopSignals) process.off(signal, handle);
  };
}

/** Resolves at the first SIGTERM or SIGINT. A later one that is no echo of it ends the process at once, with 1. */
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

/** What a shell reports for a process that the signal has ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
