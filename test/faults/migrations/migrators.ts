import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram, type ServiceProcess, startProgram } from '../../support/service-process.js';
import {
  passAll,
  type PassingMessage,
  type PostgresProxy,
  startPostgresProxy,
} from '../proxy/postgres-proxy.js';
import type { FreshDatabases } from './fresh-databases.js';
import { appliedMigrations, migrationLocks, schemaOf } from './schema-of.js';

const lockedWithinMs = 30_000;

/** An empty database on which `commands/migrate` runs, through a proxy that sees its statements, and is killed. */
export class Migrators {
  private constructor(
    private readonly freshDatabase: FreshDatabases,
    readonly proxy: PostgresProxy,
    /** Of the database. */
    public url: string,
  ) {}

  static async on(freshDatabase: FreshDatabases): Promise<Migrators> {
    const url = await freshDatabase();
    return new Migrators(freshDatabase, await startPostgresProxy(url), url);
  }

  /** Removes everything a migration made. */
  async startAfresh(): Promise<void> {
    this.proxy.intercept = passAll;
    this.url = await this.freshDatabase();
  }

  start(): Promise<ServiceProcess> {
    return startProgram({ program: 'commands/migrate', env: { DATABASE_URL: this.proxy.urlFor(this.url) } });
  }

  run(): Promise<{ code: number | null; output: string }> {
    return runProgram({ program: 'commands/migrate', env: { DATABASE_URL: this.url } });
  }

  /** Runs to the end. Returns every statement in order, and the resulting schema. */
  async record(): Promise<{ statements: string[]; schema: string[]; migrations: string[] }> {
    await this.startAfresh();
    const statements: string[] = [];
    this.proxy.intercept = (message) => {
      if (isStatement(message)) statements.push(message.sql);
      return 'pass';
    };
    const migrator = await this.start();
    if ((await migrator.exit) !== 0) throw new Error(`the migrations failed: ${migrator.output()}`);
    return { statements, schema: await schemaOf(this.url), migrations: await appliedMigrations(this.url) };
  }

  /** Kills a migrator while its n-th statement is in flight, delivered or not. Resolves when the process is gone. */
  async killAt(index: number, when: 'before' | 'after'): Promise<void> {
    await this.startAfresh();
    let seen = 0;
    let killed = false;
    this.proxy.intercept = (message) => {
      if (killed) return 'cut-before';
      if (!isStatement(message) || seen++ < index) return 'pass';
      killed = true;
      migrator.child.kill('SIGKILL');
      return `cut-${when}`;
    };
    const migrator = await this.start();
    await migrator.exit;
    // Its other connections end with the process, and the proxy forwards that.
    this.proxy.cutAll();
    if (!killed) throw new Error(`there was no statement ${index}: ${migrator.output()}`);
  }

  /** Waits until the lock of the migrators is in this state. */
  async untilLocked(isAsWanted: (locks: { held: number; waiting: number }) => boolean): Promise<boolean> {
    const giveUpAt = Date.now() + lockedWithinMs;
    while (Date.now() < giveUpAt) {
      if (isAsWanted(await migrationLocks(this.url))) return true;
      await sleep(20);
    }
    return false;
  }
}

/** One message per statement: a Query, or the Bind that executes a prepared one. */
export function isStatement({ direction, type }: PassingMessage): boolean {
  return direction === 'frontend' && (type === 'Q' || type === 'B');
}
