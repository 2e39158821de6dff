/** What a posting waited for. The journal fills in the object that a caller passes to `post`, until the posting is answered. */
export class PostingTimes {
  /** In the queue of its lane. */
  queuedMs: number | undefined;
  /** From leaving the queue until its batch was answered, including failed attempts. */
  batchMs: number | undefined;
  /** From sending the COMMIT that succeeded until it was answered. */
  commitMs: number | undefined;
  /** The number of postings in its batch. */
  batchSize: number | undefined;
  /** How often its batch, or a part of it, was tried. */
  attempts = 0;
}
