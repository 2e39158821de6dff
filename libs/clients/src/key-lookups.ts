/** More than legitimate traffic can queue: each entry is an open request with an unknown key. */
const capacity = 2_000;

/** How long a statement may take before the next one goes ahead, on another connection: each is an index look-up. */
const defaultTimeoutMs = 5_000;

interface Lookup<Found> {
  hash: Buffer;
  answer: Promise<Found | undefined>;
  resolve: (found: Found | undefined) => void;
  reject: (error: unknown) => void;
}

/** Too many unknown keys wait to be looked up; nothing was asked of the database. */
export class KeyLookupsFullError extends Error {
  constructor() {
    super('too many unknown API keys wait to be looked up');
    this.name = 'KeyLookupsFullError';
  }
}

/** The database did not answer in time; whether the key is live is not known. */
export class KeyLookupStalledError extends Error {
  constructor() {
    super('the look-up of an API key got no answer');
    this.name = 'KeyLookupStalledError';
  }
}

/**
 * Looks keys up with one statement at a time; keys that arrive meanwhile go into the next. A burst of invalid keys of any size
 * thus takes one connection, and a valid key waits for at most two statements. A statement whose connection fell silent is
 * abandoned; otherwise every key would wait until the operating system gives the connection up.
 */
export class KeyLookups<Found> {
  private waiting = new Map<string, Lookup<Found>>();
  private running = false;

  /** `read` gives the live keys among these, by the name of their hash. */
  constructor(
    private readonly read: (hashes: Buffer[]) => Promise<ReadonlyMap<string, Found>>,
    private readonly timeoutMs = defaultTimeoutMs,
  ) {}

  /**
   * What `read` gives for a key; `undefined` if it is not a live one. A key that was valid a moment ago (`wasValid`) always has
   * a place. Rejects with KeyLookupsFullError, with KeyLookupStalledError, and with what `read` rejects with.
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
