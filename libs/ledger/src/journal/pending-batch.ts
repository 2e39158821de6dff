import type { JournalRequest } from './request.js';

/** A batch whose requests leave the queue at the first look at them: once its transaction has begun and its lane is locked. */
export class PendingBatch {
  private taken: readonly JournalRequest[] | undefined;

  constructor(private readonly take: () => readonly JournalRequest[]) {}

  /** The same requests at every look. */
  get requests(): readonly JournalRequest[] {
    return (this.taken ??= this.take());
  }
}
