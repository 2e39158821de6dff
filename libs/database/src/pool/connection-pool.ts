import pg from 'pg';
import { hasSqlState, tooManyConnections } from '../sql-state.js';

/** After a refusal, how long to leave the server alone before asking it for another connection. */
const growAgainAfterMs = 1_000;

/** A connection caches its plans; this bounds how stale they get. */
const lifetimeMs = 60_000;

export interface PoolConfig extends pg.PoolConfig {
  /** Called when the server refuses a connection and the pool has none. */
  onStarved?: () => void;
}

type Receive = Parameters<pg.Pool['connect']>[0];

/**
 * A pool on a server that may run out of connections. While the server refuses another one, callers wait for one that is open, as
 * they do when the pool is full.
 *
 * `min` connections are kept for good once they are open: closed, another program could take their place on the server.
 */
export class ConnectionPool extends pg.Pool {
  private readonly max: number;
  private readonly min: number;
  private readonly bornAt = new WeakMap<object, number>();
  private growing: NodeJS.Timeout | undefined;
  private owed = 0;

  constructor(private readonly config: PoolConfig = {}) {
    super({ ...config, maxLifetimeSeconds: 0 });
    this.max = this.options.max;
    this.min = this.options.min ?? 0;
    this.on('connect', (client) => {
      this.bornAt.set(client, performance.now());
    });
    this.on('release', (_error, client) => {
      this.renew(client);
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(receive: Receive): void;
  override connect(receive?: Receive): unknown {
    if (!receive) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => {
          if (client) resolve(client);
          else reject(error ?? new Error('the pool gave no connection'));
        });
      });
    }
    this.openOrWait(receive, performance.now() + (this.options.connectionTimeoutMillis ?? Infinity));
    return undefined;
  }

  override end(): Promise<void>;
  override end(done: () => void): void;
  override end(done?: () => void): unknown {
    clearTimeout(this.growing);
    return (super.end as (done?: () => void) => unknown).call(this, done);
  }

  /** Closes a connection as soon as one is free, unless only `min` are left, and opens no other for a moment. */
  giveUpOne(): void {
    if (this.totalCount - this.owed <= this.min) return;
    this.owed++;
    this.stopGrowing();
    // The next one to be released is closed; an idle one is at once.
    if (this.idleCount > 0)
      super.connect((_error, _client, release) => {
        release();
      });
  }

  private openOrWait(receive: Receive, giveUpAt: number): void {
    super.connect((error, client, release) => {
      const isRefused = hasSqlState(error, tooManyConnections);
      if (isRefused && this.totalCount > 0 && performance.now() < giveUpAt) {
        this.stopGrowing();
        this.openOrWait(receive, giveUpAt);
        return;
      }
      if (isRefused) this.config.onStarved?.();
      receive(error, client, release);
    });
  }

  /** A pool that has as many connections as it may have makes its callers wait. */
  private stopGrowing(): void {
    this.options.max = Math.max(1, this.totalCount - this.owed);
    this.growing ??= setTimeout(() => {
      this.growing = undefined;
      this.options.max = this.max;
    }, growAgainAfterMs).unref();
  }

  /** Runs before the pool takes a released connection back: it drops one that is ending. */
  private renew(client: pg.PoolClient): void {
    const isOld = performance.now() - (this.bornAt.get(client) ?? 0) > lifetimeMs;
    if (!isOld && this.owed === 0) return;
    if (this.totalCount > this.min) {
      this.owed = Math.max(0, this.owed - 1);
      void (client as unknown as pg.Client).end().catch(() => undefined);
    } else if (isOld) {
      this.bornAt.set(client, performance.now());
      void client.query('DISCARD PLANS').catch(() => undefined);
    }
  }
}
