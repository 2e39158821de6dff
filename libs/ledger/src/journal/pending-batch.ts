import type { JournalRequest } from './request.js';

/** A batch that takes its requests from the queue on first access: once its transaction has begun and its lane is locked. */
export class PendingBatch {
  private taken: readonly JournalRequest[] | undefined;

  constructor(private readonly takeBatch: () => readonly JournalRequest[]) {}

  /** Returns the same requests on every access. */
  get requests(): readonly JournalRequest[] {
    return (this.taken ??= this.takeBatch());
  }
}
