interface Waiting<Value> {
  resolve: (value: Value | undefined) => void;
  reject: (error: unknown) => void;
}

/** How many statements run at once: one in the database, and one whose rows are being read. */
const maxStatements = 2;

/**
 * Reads by key, batched as a data loader does: keys that are asked for while two statements run go into the next one. A read
 * starts at once while fewer run, and never joins a statement that started before it, so it sees all that was committed before.
 */
export class BalanceLoader<Value> {
  private waiting = new Map<string, Waiting<Value>[]>();
  private running = 0;

  /** `read` returns what it finds, by key. It never receives a key twice. */
  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** `undefined` if there is nothing under this key. Rejects with what `read` rejects with. */
  get(key: string): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const others = this.waiting.get(key);
      if (others) others.push({ resolve, reject });
      else this.waiting.set(key, [{ resolve, reject }]);
      if (this.running < maxStatements) void this.readWaiting();
    });
  }

  /** Never rejects. */
  private async readWaiting(): Promise<void> {
    this.running++;
    while (this.waiting.size > 0) {
      const batch = this.waiting;
      this.waiting = new Map();
      try {
        const found = await this.read([...batch.keys()]);
        for (const [key, callers] of batch) for (const { resolve } of callers) resolve(found.get(key));
      } catch (error) {
        for (const callers of batch.values()) for (const { reject } of callers) reject(error);
      }
    }
    this.running--;
  }
}
