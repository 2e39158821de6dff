import { Injectable } from '@nestjs/common';

/** Whether the service has been told to stop: it finishes what it has, and wants nothing new. */
@Injectable()
export class Draining {
  private draining = false;
  private closed = false;

  /** Readiness says no. The door may still be open. */
  get active(): boolean {
    return this.draining;
  }

  /** Nobody can connect any more; who is connected is asked to leave. */
  get doorIsClosed(): boolean {
    return this.closed;
  }

  begin(): void {
    this.draining = true;
  }

  /** Comes after the listener is closed: who is asked to leave before that connects again, just as it closes, and is reset. */
  doorClosed(): void {
    this.closed = true;
  }
}
