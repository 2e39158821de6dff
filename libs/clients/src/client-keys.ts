import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { hashOfApiKey, looksLikeApiKey } from './api-key.js';
import { demoClients } from './demo-clients.js';
import { KeyLookups, nameOf } from './key-lookups.js';
import type { ScopeRegistry } from './scopes.js';

/** A program that may call the service. */
export interface Client {
  id: string;
  /** Every granted scope, with those it includes. */
  scopes: ReadonlySet<string>;
  /** What it may store in a day; absent if it has no limit. */
  daily?: { refusals: number | undefined; bytes: number | undefined };
  /** The largest amount it may adjust a balance by; absent if it has no limit. */
  maxAdjustment?: number;
}

export interface ClientKeysOptions {
  /** Whether the well-known keys of the demonstration are keys. */
  demoKeys: boolean;
  scopes: ScopeRegistry;
}

/** The injection token of ClientKeysOptions. */
export const clientKeysOptions = Symbol('ClientKeysOptions');

/** How long a valid key is cached: a revoked one works no longer than this. */
const ttlMs = 5_000;

/** Far more keys than any installation has. */
const max = 1_000;

/** Finds the client that owns an API key. */
@Injectable()
export class ClientKeys {
  /** Valid keys only: a burst of invalid ones cannot evict them. An expired key stays, as one that was valid. */
  private readonly cached = new LRUCache<string, Client>({ max, ttl: ttlMs, noDeleteOnStaleGet: true });
  private readonly lookups = new KeyLookups((hashes) => this.read(hashes));
  private readonly demo: ReadonlyMap<string, Client>;
  private readonly scopes: ScopeRegistry;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(clientKeysOptions) { demoKeys, scopes }: ClientKeysOptions,
  ) {
    this.scopes = scopes;
    this.demo = new Map(demoKeys ? [...demoClients].map(([key, client]) => [key, this.grant(client)]) : []);
  }

  /**
   * The client that owns this live key, or `undefined`. Answers synchronously while the key is cached; concurrent callers share
   * a query.
   *
   * Rejects with the error of the database if it cannot be asked, with KeyLookupStalledError if it does not answer, and with
   * KeyLookupsFullError.
   */
  clientOf(key: string): Client | undefined | Promise<Client | undefined> {
    const demo = this.demo.get(key);
    if (demo) return demo;
    if (!looksLikeApiKey(key)) return undefined;
    const hash = hashOfApiKey(key);
    const name = nameOf(hash);
    return this.cached.get(name) ?? this.lookUp(hash, name);
  }

  /** Only valid keys are cached: the key of a new client works at once. */
  private async lookUp(hash: Buffer, name: string): Promise<Client | undefined> {
    const start = performance.now();
    const wasValid = this.cached.peek(name, { allowStale: true }) !== undefined;
    const client = await this.lookups.find(hash, { wasValid });
    if (client) this.cached.set(name, client, { start });
    else this.cached.delete(name);
    return client;
  }

  /**
   * One statement text however many keys there are, and only the columns that a request needs. `In` of a repository would make
   * another text for each number of keys, and prepare each of them on every connection.
   */
  private async read(hashes: Buffer[]): Promise<Map<string, Client>> {
    const rows = await this.dataSource.query<KeyRow[]>(
      `SELECT client_keys.hash, clients.id, clients.scopes,
              clients.daily_refusals AS refusals, clients.daily_bytes AS bytes, clients.max_adjustment AS adjustment
       FROM client_keys JOIN clients ON clients.id = client_keys.client_id
       WHERE client_keys.hash = ANY ($1::bytea[]) AND client_keys.revoked_at IS NULL AND clients.revoked_at IS NULL`,
      [hashes],
    );
    return new Map(rows.map((row) => [nameOf(row.hash), this.toClient(row)]));
  }

  private toClient({ refusals, bytes, adjustment, ...granted }: KeyRow): Client {
    const isLimited = refusals !== null || bytes !== null;
    return {
      ...this.grant(granted),
      ...(isLimited && { daily: { refusals: refusals ?? undefined, bytes: bytes ?? undefined } }),
      ...(adjustment !== null && { maxAdjustment: Number(adjustment) }),
    };
  }

  private grant({ id, scopes }: { id: string; scopes: readonly string[] }): Client {
    return { id, scopes: this.scopes.expand(scopes) };
  }
}

interface KeyRow {
  hash: Buffer;
  id: string;
  scopes: string[];
  refusals: number | null;
  bytes: number | null;
  /** A bigint: text. */
  adjustment: string | null;
}
