import { setTimeout as sleep } from 'node:timers/promises';
import { WalletClient } from '../../support/wallet-client.js';
import { send } from './answer.js';
import { type OperationLog } from './operation-log.js';
import type { Operation } from './operations.js';

/** The pause of a shed caller before its next operation. */
const pauseMs = 20;

/** Callers that work through a list of operations, each with one request (and its copies) in flight. */
export class Load {
  private readonly clients: WalletClient[];
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();
  /** The time of the latest decision. */
  lastDecisionAt = 0;
  decisions = 0;

  constructor(
    private readonly log: OperationLog,
    private readonly operations: Iterator<Operation>,
    /** The instances; copies go to different ones. */
    urls: readonly string[],
  ) {
    this.clients = urls.map((url) => new WalletClient(url));
  }

  start(callers: number): void {
    this.running = Promise.all(Array.from({ length: callers }, (_, index) => this.caller(index)));
    // `stop` reports the error; until then the load must not continue with a caller missing.
    this.running.catch(() => {
      this.stopped = true;
    });
  }

  /** Waits for all requests in flight. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    for (const client of this.clients) client.close();
  }

  /** Resolves once this many more operations have been decided, or after this time. */
  async until(decisions: number, withinMs = Infinity): Promise<void> {
    const goal = this.decisions + decisions;
    const giveUpAt = performance.now() + withinMs;
    while (this.decisions < goal && !this.stopped && performance.now() < giveUpAt) await sleep(2);
  }

  private async caller(number: number): Promise<void> {
    for (let turn = number; !this.stopped; turn++) {
      const { value: operation, done } = this.operations.next();
      if (done) return;
      const copies = Array.from({ length: operation.copies }, (_, copy) =>
        this.sendOnce(operation, turn + copy),
      );
      await Promise.all(copies);
    }
  }

  private async sendOnce(operation: Operation, turn: number): Promise<void> {
    const client = this.clients[turn % this.clients.length];
    if (!client) throw new Error('a load needs a service');
    const attempt = this.log.sending(operation);
    for (;;) {
      const answer = await send(client, operation);
      if (answer.kind === 'not-sent') {
        // Connection refused: retry the operation unless the load ends.
        if (this.stopped) return;
        await sleep(pauseMs);
        continue;
      }
      this.log.answered(attempt, answer);
      if (answer.kind === 'nothing' || answer.kind === 'unknown') await sleep(pauseMs);
      else {
        this.decisions++;
        this.lastDecisionAt = performance.now();
      }
      return;
    }
  }
}
