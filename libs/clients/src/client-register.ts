import type { DataSource, EntityManager } from 'typeorm';
import { hashOfApiKey, hintOf, mintApiKey } from './api-key.js';
import { demoClients } from './demo-clients.js';
import type { ScopeRegistry } from './scopes.js';

/** What was asked for cannot be done; the message says why, for an operator. */
export class ClientRegisterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRegisterError';
  }
}

export interface ListedClient {
  id: string;
  scopes: string[];
  /** What it may store in a day; `null` for no limit. */
  dailyRefusals: number | null;
  dailyBytes: number | null;
  createdAt: Date;
  revokedAt: Date | null;
  keys: ListedKey[];
}

export interface StorageLimits {
  refusals?: number | null;
  bytes?: number | null;
}

interface ListedKey {
  /** The end of the key. */
  hint: string;
  createdAt: Date;
  revokedAt: Date | null;
}

/** In JSON a time is a text. */
interface ListedRow extends Omit<ListedClient, 'keys'> {
  keys: { hint: string; createdAt: string; revokedAt: string | null }[];
}

function toListedKey({ hint, createdAt, revokedAt }: ListedRow['keys'][number]): ListedKey {
  return { hint, createdAt: new Date(createdAt), revokedAt: revokedAt === null ? null : new Date(revokedAt) };
}

/** Names that the service itself writes into the ledger. */
const reservedIds = new Set(['seed', ...[...demoClients.values()].map(({ id }) => id)]);

/**
 * The register of clients, for the operator: it needs the login that owns the tables. The role of the running service can
 * read it and nothing more, so that whoever takes over the service cannot mint keys.
 *
 * Every method throws ClientRegisterError for what cannot be.
 */
export class ClientRegister {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: ScopeRegistry,
  ) {}

  /** Registers a client and gives its first key, which cannot be shown again. */
  create(id: string, wanted: readonly string[]): Promise<string> {
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(id) || reservedIds.has(id)) {
      throw new ClientRegisterError(
        `"${id}" cannot be the id of a client: 1 to 63 characters out of a-z, 0-9 and -, beginning with a letter; ${[...reservedIds].join(', ')} are taken`,
      );
    }
    this.requireScopes(wanted);
    return this.dataSource.transaction(async (manager) => {
      const added = await manager.query<unknown[]>(
        `INSERT INTO clients (id, scopes) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id`,
        [id, [...new Set(wanted)]],
      );
      if (added.length === 0) throw new ClientRegisterError(`there is a client ${id} already`);
      return addKey(manager, id, 1);
    });
  }

  /**
   * Replaces the scopes of a client. It keeps its keys and its id, to which its idempotency keys belong: a retry under another
   * id would be another operation.
   */
  async changeScopes(id: string, wanted: readonly string[]): Promise<void> {
    this.requireScopes(wanted);
    await this.dataSource.transaction(async (manager) => {
      await requireLive(manager, id);
      await manager.query(`UPDATE clients SET scopes = $2 WHERE id = $1`, [id, [...new Set(wanted)]]);
    });
  }

  /** Gives a client a second key. Both work until one of them is revoked. */
  rotate(id: string): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await requireLive(manager, id);
      const keys = await manager.query<{ slot: number; hint: string }[]>(
        `SELECT slot, hint FROM client_keys WHERE client_id = $1 AND revoked_at IS NULL ORDER BY created_at`,
        [id],
      );
      if (keys.length === 2) {
        throw new ClientRegisterError(
          `${id} has two live keys, which end in ${keys.map(({ hint }) => hint).join(' and ')}: revoke the one that is no longer in use first`,
        );
      }
      return addKey(manager, id, keys.some(({ slot }) => slot === 1) ? 2 : 1);
    });
  }

  /** Sets what a client may store in a day, per instance; `null` removes a limit, `undefined` keeps it. */
  async limit(id: string, { refusals, bytes }: StorageLimits): Promise<void> {
    for (const limit of [refusals, bytes]) {
      if (limit != null && !(Number.isInteger(limit) && limit >= 0 && limit < 2 ** 31)) {
        throw new ClientRegisterError('a limit is an integer from 0 to 2147483647, or off');
      }
    }
    await this.dataSource.transaction(async (manager) => {
      await requireLive(manager, id);
      if (refusals !== undefined) {
        await manager.query(`UPDATE clients SET daily_refusals = $2 WHERE id = $1`, [id, refusals]);
      }
      if (bytes !== undefined) {
        await manager.query(`UPDATE clients SET daily_bytes = $2 WHERE id = $1`, [id, bytes]);
      }
    });
  }

  /** Revokes one key by its hint, or without one the client with all of its keys. Final: a new key is another key. */
  async revoke(id: string, hint?: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await requireLive(manager, id);
      if (hint === undefined) {
        await manager.query(`UPDATE clients SET revoked_at = now() WHERE id = $1`, [id]);
        await manager.query(
          `UPDATE client_keys SET revoked_at = now() WHERE client_id = $1 AND revoked_at IS NULL`,
          [id],
        );
        return;
      }
      const [, revoked] = await manager.query<[unknown, number]>(
        `UPDATE client_keys SET revoked_at = now() WHERE client_id = $1 AND hint = $2 AND revoked_at IS NULL`,
        [id, hint],
      );
      if (revoked === 0) throw new ClientRegisterError(`${id} has no live key that ends in ${hint}`);
    });
  }

  async list(): Promise<ListedClient[]> {
    const clients = await this.dataSource.query<ListedRow[]>(
      `SELECT clients.id, clients.scopes, clients.daily_refusals AS "dailyRefusals", clients.daily_bytes AS "dailyBytes",
              clients.created_at AS "createdAt", clients.revoked_at AS "revokedAt",
              coalesce(json_agg(json_build_object('hint', hint, 'createdAt', key.created_at, 'revokedAt', key.revoked_at)
                                ORDER BY key.created_at), '[]') AS keys
       FROM clients JOIN client_keys AS key ON key.client_id = clients.id
       GROUP BY clients.id ORDER BY clients.id`,
    );
    return clients.map((client) => ({ ...client, keys: client.keys.map(toListedKey) }));
  }

  private requireScopes(wanted: readonly string[]): void {
    const unknown = wanted.find((scope) => !this.scopes.has(scope));
    if (unknown === undefined && wanted.length > 0) return;
    throw new ClientRegisterError(
      `${unknown === undefined ? 'a client needs a scope' : `"${unknown}" is not a scope`}: choose out of ${this.scopes.names.join(', ')}`,
    );
  }
}

/** Locks the client, so that two operators at once do one thing after the other. */
async function requireLive(manager: EntityManager, id: string): Promise<void> {
  const [client] = await manager.query<{ revoked: boolean }[]>(
    `SELECT revoked_at IS NOT NULL AS revoked FROM clients WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!client) throw new ClientRegisterError(`there is no client ${id}`);
  if (client.revoked)
    throw new ClientRegisterError(`${id} was revoked, which is final: create another client`);
}

async function addKey(manager: EntityManager, id: string, slot: number): Promise<string> {
  const key = mintApiKey();
  await manager.query(`INSERT INTO client_keys (hash, client_id, slot, hint) VALUES ($1, $2, $3, $4)`, [
    hashOfApiKey(key),
    id,
    slot,
    hintOf(key),
  ]);
  return key;
}
