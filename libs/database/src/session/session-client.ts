import pg from 'pg';
import { chooseHost, type HostChoice } from '../choose-host.js';
import { type Backend, claimSession } from './claim-session.js';
import type { ConnectionFitness } from './connection-fitness.js';
import { holdBackend, releaseBackend } from './open-backends.js';
import { readTimesOrFail } from './read-times.js';
import type { SessionSettings } from './settings.js';
import { sharedSession, UnfitConnectionError } from './unfit-connection-error.js';

/** The settings to apply when a connection opens. */
export interface SessionClaim {
  settings: SessionSettings;
  /** Notified of every new connection. */
  fitness?: ConnectionFitness | undefined;
}

export interface SessionClientConfig extends pg.ClientConfig {
  hostChoice?: HostChoice;
  /** If missing, the session keeps its defaults. */
  session?: SessionClaim | undefined;
}

/** A connection with a dedicated session, whose settings are applied and checked before it is used. */
export class SessionClient extends pg.Client {
  private identity: string | undefined;

  constructor(private readonly config: SessionClientConfig = {}) {
    super(config);
    readTimesOrFail(this);
    this.on('end', () => {
      this.forgetBackend();
    });
  }

  /** Rejects with UnfitConnectionError, and closes the connection, if its session fails the checks. */
  override connect(): Promise<this>;
  override connect(callback: (error: Error | null) => void): void;
  override connect(callback?: (error: Error | null) => void): unknown {
    const opened = this.open();
    if (!callback) return opened;
    opened.then(
      () => {
        callback(null);
      },
      (error: unknown) => {
        callback(error as Error);
      },
    );
    return undefined;
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): unknown {
    this.forgetBackend();
    return (super.end as (callback?: unknown) => unknown).call(this, callback);
  }

  /** With several hosts, each connection chooses anew: another one may be suitable than a minute ago. */
  private async open(): Promise<this> {
    const { hostChoice, session } = this.config;
    if (hostChoice) Object.assign(this, await chooseHost(this.config, hostChoice));
    await super.connect();
    if (session) await this.claim(session);
    return this;
  }

  private async claim({ settings, fitness }: SessionClaim): Promise<void> {
    try {
      await this.claimOwnSession(settings);
      fitness?.accepted();
    } catch (error) {
      if (error instanceof UnfitConnectionError) fitness?.refused(error);
      void this.end();
      throw error;
    }
  }

  private async claimOwnSession(settings: SessionSettings): Promise<void> {
    const first = await claimSession(this, settings);
    if (this.keepBackend(first)) return;
    // The other connection may have just ended; its end event arrives before this answer.
    const second = await claimSession(this, settings);
    if (second.identity === first.identity && this.keepBackend(second)) return;
    // The session is shared: restore the defaults for its other users.
    await this.query('RESET ROLE; RESET ALL');
    throw sharedSession();
  }

  private keepBackend({ identity, processId }: Backend): boolean {
    if (!holdBackend(identity, this)) return false;
    this.identity = identity;
    // A pooler reports another number, which cannot terminate or cancel this session.
    Object.assign(this, { processID: processId });
    return true;
  }

  private forgetBackend(): void {
    if (this.identity !== undefined) releaseBackend(this.identity, this);
    this.identity = undefined;
  }
}
