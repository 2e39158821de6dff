/** More than legitimate traffic can queue: each entry is an open request with an unknown key. */
const capacity = 2_000;

/** After this the next statement starts on another connection. Each is an index look-up. */
const defaultTimeoutMs = 5_000;

interface Lookup<Found> {
  hash: Buffer;
  answer: Promise<Found | undefined>;
  resolve: (found: Found | undefined) => void;
  reject: (error: unknown) => void;
}

/** Too many unknown keys are waiting; the database was not queried. */
export class KeyLookupsFullError extends Error {
  constructor() {
    super('too many unknown API keys are waiting for a look-up');
    this.name = 'KeyLookupsFullError';
  }
}

/** The database did not answer in time, so the state of the key is unknown. */
export class KeyLookupStalledError extends Error {
  constructor() {
    super('the database did not answer an API key look-up in time');
    this.name = 'KeyLookupStalledError';
  }
}

/**
 * Looks up keys with one statement at a time; keys that arrive meanwhile go into the next. However many invalid keys arrive, they
 * use one connection, and a valid key waits for at most two statements. A statement on a stalled connection is abandoned;
 * otherwise every key would wait for the operating system's timeout.
 */
export class KeyLookups<Found> {
  private waiting = new Map<string, Lookup<Found>>();
  private running = false;

  /** `read` returns the live ones among these keys, by `nameOf` their hash. */
  constructor(
    private readonly read: (hashes: Buffer[]) => Promise<ReadonlyMap<string, Found>>,
    private readonly timeoutMs = defaultTimeoutMs,
  ) {}

  /**
   * The result of `read` for a key; `undefined` if it is not live. A recently valid key (`wasValid`) is never turned away.
   * Rejects with KeyLookupsFullError, KeyLookupStalledError, or the error of `read`.
   */
  find(hash: Buffer, { wasValid }: { wasValid: boolean }): Promise<Found | undefined> {
    const name = nameOf(hash);
    const same = this.waiting.get(name);
    if (same) return same.answer;
    if (!wasValid && this.waiting.size >= capacity) return Promise.reject(new KeyLookupsFullError());
    const lookup = { hash, ...withResolvers<Found | undefined>() };
    this.waiting.set(name, lookup);
    if (!this.running) void this.readWaiting();
    return lookup.answer;
  }

  /** Never rejects. */
  private async readWaiting(): Promise<void> {
    this.running = true;
    while (this.waiting.size > 0) {
      const asked = this.waiting;
      this.waiting = new Map();
      try {
        const found = await this.readInTime([...asked.values()].map(({ hash }) => hash));
        for (const [name, { resolve }] of asked) resolve(found.get(name));
      } catch (error) {
        for (const { reject } of asked.values()) reject(error);
      }
    }
    this.running = false;
  }

  private readInTime(hashes: Buffer[]): Promise<ReadonlyMap<string, Found>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new KeyLookupStalledError());
      }, this.timeoutMs);
      void this.read(hashes)
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
        });
    });
  }
}

export function nameOf(hash: Buffer): string {
  return hash.toString('base64url');
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): {
  answer: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const answer = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { answer, resolve, reject };
}
