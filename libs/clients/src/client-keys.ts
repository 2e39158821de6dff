import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOfApiKey, looksLikeApiKey } from './api-key.js';
import { demoClients } from './demo-clients.js';
import type { ScopeRegistry } from './scopes.js';

/** A program that may call the service. */
export interface Client {
  id: string;
  /** Every scope that was granted, with those that it includes. */
  scopes: ReadonlySet<string>;
}

export interface ClientKeysOptions {
  /** Whether the well-known keys of the demonstration are keys. */
  demoKeys: boolean;
  scopes: ScopeRegistry;
}

/** The injection token of ClientKeysOptions. */
export const clientKeysOptions = Symbol('ClientKeysOptions');

/** How long a key that was found is believed without asking again: a revoked key works no longer than this. */
const lifetimeMs = 5_000;

/** Far more keys than any installation has; beyond it all are forgotten, so that memory stays bounded. */
const capacity = 1_000;

interface Remembered {
  client: Client | Promise<Client | undefined>;
  until: number;
}

/** Tells whose an API key is. */
@Injectable()
export class ClientKeys {
  private readonly remembered = new Map<string, Remembered>();
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
   * The client whose live key this is; `undefined` if it is nobody's. The answer comes at once while the key is remembered,
   * and callers who ask for the same key at the same moment share one query.
   *
   * Rejects with the error of the database if it cannot be asked.
   */
  clientOf(key: string): Client | undefined | Promise<Client | undefined> {
    const demo = this.demo.get(key);
    if (demo) return demo;
    if (!looksLikeApiKey(key)) return undefined;
    const hash = hashOfApiKey(key);
    const name = hash.toString('base64url');
    const remembered = this.remembered.get(name);
    if (remembered && remembered.until > performance.now()) return remembered.client;
    return this.ask(hash, name);
  }

  /** Only a key that was found is remembered: a client that has just been created must not wait. */
  private ask(hash: Buffer, name: string): Promise<Client | undefined> {
    if (this.remembered.size >= capacity) this.remembered.clear();
    const until = performance.now() + lifetimeMs;
    const client = this.read(hash).then(
      (found) => {
        if (found) this.remembered.set(name, { client: found, until });
        else this.remembered.delete(name);
        return found;
      },
      (error: unknown) => {
        this.remembered.delete(name);
        throw error;
      },
    );
    this.remembered.set(name, { client, until });
    return client;
  }

  private async read(hash: Buffer): Promise<Client | undefined> {
    const [row] = await this.dataSource.query<{ id: string; scopes: string[] }[]>(
      `SELECT clients.id, clients.scopes
       FROM client_keys JOIN clients ON clients.id = client_keys.client_id
       WHERE client_keys.hash = $1 AND client_keys.revoked_at IS NULL AND clients.revoked_at IS NULL`,
      [hash],
    );
    return row && this.grant(row);
  }

  private grant({ id, scopes }: { id: string; scopes: readonly string[] }): Client {
    return { id, scopes: this.scopes.expand(scopes) };
  }
}
