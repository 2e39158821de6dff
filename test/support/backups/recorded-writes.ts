import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WalletClient } from '../wallet-client.js';

interface Write {
  user: string;
  kind: 'topup' | 'spend';
  amount: number;
  key: string;
}

interface RecordedWrite extends Write {
  /** The answer that the caller was given. */
  text: string;
  sentAt: number;
  answeredAt: number;
}

export const users = Array.from({ length: 8 }, (_, index) => `user-${index}`);

const path = ({ user, kind }: Write) => `/v1/wallets/${user}/GOLD/${kind}`;

/**
 * Callers that write at once and keep each request with its answer: what a caller knows after a restore. Times are ordinals, which
 * order a request before or after a backup without a clock.
 */
export class RecordedWrites {
  readonly all: RecordedWrite[] = [];
  private ordinal = 0;
  private stopped = false;
  private callers: Promise<void>[] = [];

  constructor(private readonly client: WalletClient) {}

  /** Gives each user enough to spend, then starts a caller for each. */
  async start(): Promise<void> {
    for (const user of users) await this.send({ user, kind: 'topup', amount: 100_000, key: randomUUID() });
    this.callers = users.map((_, caller) => this.call(caller));
    // The test awaits them in `stop`.
    for (const caller of this.callers) caller.catch(() => undefined);
  }

  /** A moment between requests. */
  mark(): number {
    return this.ordinal++;
  }

  /** Resolves once this many requests that begin from now on are answered. */
  async more(count: number): Promise<void> {
    const mark = this.mark();
    while (this.after(mark).length < count) {
      await Promise.race([sleep(10), Promise.all(this.callers)]);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.callers);
  }

  before(mark: number): RecordedWrite[] {
    return this.all.filter(({ answeredAt }) => answeredAt < mark);
  }

  after(mark: number): RecordedWrite[] {
    return this.all.filter(({ sentAt }) => sentAt > mark);
  }

  private async call(caller: number): Promise<void> {
    for (let number = 0; !this.stopped; number++) {
      const user = users[(caller + number) % users.length]!;
      await this.send({
        user,
        kind: number % 3 === 2 ? 'spend' : 'topup',
        amount: 1 + (number % 7),
        key: randomUUID(),
      });
      await sleep(10);
    }
  }

  private async send(write: Write): Promise<void> {
    const sentAt = this.mark();
    const { status, text } = await this.client.post(path(write), { amount: write.amount }, write.key);
    if (status !== 201) throw new Error(`${status} ${text}`);
    this.all.push({ ...write, text, sentAt, answeredAt: this.mark() });
  }
}

/** Sends the recorded requests again, and returns those that were replayed, with the same answer. The others were executed. */
export async function resend(
  client: WalletClient,
  writes: readonly RecordedWrite[],
): Promise<Set<RecordedWrite>> {
  const replayed = new Set<RecordedWrite>();
  const waiting = [...writes];
  const caller = async () => {
    for (let write = waiting.shift(); write; write = waiting.shift()) {
      const { status, headers, text } = await client.post(path(write), { amount: write.amount }, write.key);
      if (status !== 201) throw new Error(`${status} ${text}`);
      if (headers['idempotency-replayed'] !== 'true') continue;
      if (text !== write.text) throw new Error(`${write.text} became ${text}`);
      replayed.add(write);
    }
  };
  await Promise.all(Array.from({ length: 16 }, caller));
  return replayed;
}

/** What these writes leave each user. */
export function balancesAfter(writes: readonly Write[]): Record<string, number> {
  const balances = Object.fromEntries(users.map((user) => [user, 0]));
  for (const { user, kind, amount } of writes) balances[user]! += kind === 'topup' ? amount : -amount;
  return balances;
}

export async function readBalances(client: WalletClient): Promise<Record<string, number>> {
  const balances: Record<string, number> = {};
  for (const user of users) {
    const { json } = await client.get(`/v1/wallets/${user}/GOLD`);
    balances[user] = json.balance as number;
  }
  return balances;
}
