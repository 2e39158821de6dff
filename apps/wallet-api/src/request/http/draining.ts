import { Injectable } from '@nestjs/common';

/** Whether the service is shutting down: it finishes pending requests and wants no new ones. */
@Injectable()
export class Draining {
  private draining = false;
  private closed = false;

  /** Readiness fails. The listener may still be open. */
  get active(): boolean {
    return this.draining;
  }

  /** No client can connect any more; answers ask connected clients to disconnect. */
  get listenerClosed(): boolean {
    return this.closed;
  }

  begin(): void {
    this.draining = true;
  }

  /**
   * Call after the listener has closed. A client told to disconnect earlier might reconnect just as the listener closes, and be
   * reset.
   */
  markListenerClosed(): void {
    this.closed = true;
  }
}
