interface Waiting<Value> {
  resolve: (value: Value | undefined) => void;
  reject: (error: unknown) => void;
}

/** How many statements are under way at once: one that runs, and one whose answer is being read. */
const atOnce = 2;

/**
 * Reads by key, many with one statement: what is asked while the statements before are under way goes into the next one. Nobody
 * waits while there is nothing under way, and a read begins after it was asked for, so that it sees all that was committed before.
 */
export class GatheredReads<Value> {
  private waiting = new Map<string, Waiting<Value>[]>();
  private underWay = 0;

  /** `read` gives what it finds, by key; it is never given a key twice. */
  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** `undefined`: there is nothing of this key. Rejects with what `read` rejects with. */
  get(key: string): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const others = this.waiting.get(key);
      if (others) others.push({ resolve, reject });
      else this.waiting.set(key, [{ resolve, reject }]);
      if (this.underWay < atOnce) void this.readWaiting();
    });
  }

  /** Never rejects. */
  private async readWaiting(): Promise<void> {
    this.underWay++;
    while (this.waiting.size > 0) {
      const asked = this.waiting;
      this.waiting = new Map();
      try {
        const found = await this.read([...asked.keys()]);
        for (const [key, callers] of asked) for (const { resolve } of callers) resolve(found.get(key));
      } catch (error) {
        for (const callers of asked.values()) for (const { reject } of callers) reject(error);
      }
    }
    this.underWay--;
  }
}
