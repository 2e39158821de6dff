import { ReportsError } from './reports-error.js';

export interface WaitOptions {
  /** How long to wait for the run to start. After that, the run's time limit applies. */
  waitMs: number;
  /** Aborts when the caller no longer wants the answer. */
  signal?: AbortSignal | undefined;
}

/** The signals between a run and its work. */
export interface RunControl {
  /** Aborts when the last caller has left. */
  readonly signal: AbortSignal;
  /** Call once the run has its slot. */
  readonly begin: () => void;
}

/** Work shared by all concurrent callers. It is abandoned when the last of them leaves. */
export class SharedRun<T> {
  readonly result: Promise<T>;
  private readonly abandoned = new AbortController();
  private callers = 0;
  private hasBegun = false;

  constructor(work: (control: RunControl) => Promise<T>) {
    this.result = work({
      signal: this.abandoned.signal,
      begin: () => {
        this.hasBegun = true;
      },
    });
    // Callers get a failure through `join`; without callers it is ignored.
    this.result.catch(() => undefined);
  }

  get isAbandoned(): boolean {
    return this.abandoned.signal.aborted;
  }

  /** Rejects as the work does, and with ReportsError if the caller gives up first. */
  async join({ waitMs, signal }: WaitOptions): Promise<T> {
    this.callers++;
    let timer: NodeJS.Timeout | undefined;
    let leave: (() => void) | undefined;
    const givenUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        if (!this.hasBegun)
          reject(new ReportsError('overloaded', 'Too many reports are waiting for their turn.'));
      }, waitMs);
      leave = () => {
        reject(new ReportsError('overloaded', 'The caller left before the report was done.'));
      };
      if (signal?.aborted) leave();
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([this.result, givenUp]);
    } finally {
      clearTimeout(timer);
      if (leave) signal?.removeEventListener('abort', leave);
      if (--this.callers === 0) this.abandon();
    }
  }

  /** Tells the work to stop. No effect once it is done. */
  abandon(): void {
    this.abandoned.abort(new ReportsError('overloaded', 'The report was abandoned.'));
  }
}
