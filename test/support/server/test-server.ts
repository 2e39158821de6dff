import { randomBytes } from 'node:crypto';

/** The PostgreSQL that serves a run of the tests. */
export interface TestServer {
  /** As a superuser, on the database `postgres`. */
  url: string;
  /** The name of every database and role that the run creates starts with it. No other run uses it. */
  prefix: string;
}

export interface OpenServer extends TestServer {
  close(): Promise<void>;
}

/** The URL of a server that the run neither starts nor stops. */
export function externalUrl(): string | undefined {
  return process.env['TEST_DATABASE_URL'] || undefined;
}

/** The engine that TEST_DISTRIBUTED names for that server; undefined for plain PostgreSQL. */
export function distributedEngine(): string | undefined {
  return process.env['TEST_DISTRIBUTED'] || undefined;
}

export function isCitus(): boolean {
  return externalUrl() !== undefined && distributedEngine() === 'citus';
}

export function newPrefix(): string {
  return `wallet_test_${randomBytes(4).toString('hex')}`;
}

/** The prefix of a run, as a regular expression of JavaScript and of PostgreSQL. */
export const prefixPattern = '^wallet_test_[0-9a-f]{8}';

/** The prefix of the run that created a database or a role; undefined if no run did. */
export function prefixIn(name: string): string | undefined {
  return new RegExp(`(${prefixPattern})_`).exec(name)?.[1];
}

export function newDatabaseName({ prefix }: TestServer): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

export function urlOf({ url }: TestServer, database: string): string {
  return url.replace(/\/postgres$/, `/${database}`);
}
