import { Injectable } from '@nestjs/common';

/** Whether the service has been told to stop: it finishes what it has, and wants nothing new. */
@Injectable()
export class Draining {
  private draining = false;

  get active(): boolean {
    return this.draining;
  }

  begin(): void {
    this.draining = true;
  }
}
