import { setTimeout as sleep } from 'node:timers/promises';
import { WalletClient } from '../../support/wallet-client.js';
import { send } from './answer.js';
import { type OperationLog } from './operation-log.js';
import type { Operation } from './operations.js';

/** A caller who was shed comes back with the next operation after this pause. */
const pauseMs = 20;

/** Callers who work through a list of operations, each with one request (and its copies) under way at a time. */
export class Load {
  private readonly clients: WalletClient[];
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();
  /** When an operation was last acknowledged or refused. */
  lastDecisionAt = 0;
  decisions = 0;

  constructor(
    private readonly log: OperationLog,
    private readonly operations: Iterator<Operation>,
    /** Several instances: copies go to different ones. */
    urls: readonly string[],
  ) {
    this.clients = urls.map((url) => new WalletClient(url));
  }

  start(callers: number): void {
    this.running = Promise.all(Array.from({ length: callers }, (_, index) => this.caller(index)));
    // Whoever stops the load hears of it; until then it must not go on without a caller.
    this.running.catch(() => {
      this.stopped = true;
    });
  }

  /** Lets every request that is under way end. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    for (const client of this.clients) client.close();
  }

  /** Resolves when so many operations more have been decided, or after this time. */
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
        // Nobody listens: the same operation again, unless the load ends.
        if (this.stopped) return;
        await sleep(pauseMs);
        continue;
      }
      attempt.answer = answer;
      if (answer.kind === 'nothing' || answer.kind === 'unknown') await sleep(pauseMs);
      else {
        this.decisions++;
        this.lastDecisionAt = performance.now();
      }
      return;
    }
  }
}
