import { Injectable } from '@nestjs/common';

/** Whether the service has been told to stop: it finishes what it has and wants no new requests. */
@Injectable()
export class Draining {
  private draining = false;
  private closed = false;

  /** Readiness fails. The listener may still be open. */
  get active(): boolean {
    return this.draining;
  }

  /** No client can connect any more. Answers ask connected clients to leave. */
  get listenerClosed(): boolean {
    return this.closed;
  }

  begin(): void {
    this.draining = true;
  }

  /** Call after the listener has closed: a client told to leave earlier would connect again just as it closes, and be reset. */
  markListenerClosed(): void {
    this.closed = true;
  }
}
