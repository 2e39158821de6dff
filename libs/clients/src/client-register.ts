import { inTransaction, readWalletEnvironment } from '@app/database';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { hashOfApiKey, hintOf, mintApiKey } from './api-key.js';
import { ClientEntity, ClientKeyEntity } from './client.entity.js';
import { demoClients } from './demo-clients.js';
import { recordClient, termsOfClient } from './record-client.js';
import type { ScopeRegistry } from './scopes.js';

/** The request cannot be carried out; the message tells the operator why. */
export class ClientRegisterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRegisterError';
  }
}

export type ListedClient = Omit<ClientEntity, 'keys'> & {
  keys: Pick<ClientKeyEntity, 'hint' | 'createdAt' | 'revokedAt'>[];
};

/** `null` is no limit; `undefined` keeps the present one. */
export interface ClientLimits {
  /** What the client may store in a day, per instance. */
  refusals?: number | null | undefined;
  bytes?: number | null | undefined;
  /** The largest amount it may adjust a balance by. */
  adjustment?: number | null | undefined;
}

/** Names that the service itself writes to the ledger. */
const reservedIds = new Set(['seed', ...[...demoClients.values()].map(({ id }) => id)]);

/**
 * The register of clients, for operators. Needs the login that owns the tables: the role of the running service can only read
 * them, so a compromised service cannot mint keys. The DataSource must know `clientEntities`.
 *
 * Every method throws ClientRegisterError if the request cannot be carried out.
 */
export class ClientRegister {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: ScopeRegistry,
  ) {}

  /** Registers a client and returns its first key, which cannot be shown again. */
  create(id: string, wanted: readonly string[], limits: ClientLimits = {}): Promise<string> {
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(id) || reservedIds.has(id)) {
      throw new ClientRegisterError(
        `"${id}" is not a valid client id: use 1 to 63 characters of a-z, 0-9 and -, starting with a letter; ${[...reservedIds].join(', ')} are reserved`,
      );
    }
    this.requireScopes(wanted);
    requireValid(limits);
    const { refusals = null, bytes = null, adjustment = null } = limits;
    return inTransaction(this.dataSource, async (manager) => {
      // Detects a taken id in one statement; with `insert`, a taken one would abort the transaction. Also locks the client.
      const added = await manager.query<unknown[]>(
        `INSERT INTO clients (id, scopes, daily_refusals, daily_bytes, max_adjustment) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, [...new Set(wanted)], refusals, bytes, adjustment],
      );
      if (added.length === 0) throw new ClientRegisterError(`the client ${id} already exists`);
      const key = await addKey(manager, id, 1);
      await recordClient(manager, id, null);
      return key;
    });
  }

  /**
   * Replaces the scopes of a client. It keeps its keys and its id, which owns its idempotency keys: a retry under another id
   * would be another operation.
   */
  async changeScopes(id: string, wanted: readonly string[]): Promise<void> {
    this.requireScopes(wanted);
    await this.changeLive(id, async (manager) => {
      await manager.update(ClientEntity, { id }, { scopes: [...new Set(wanted)] });
    });
  }

  /** Gives a client a second key. Both work until one of them is revoked. */
  rotate(id: string): Promise<string> {
    return this.changeLive(id, async (manager) => {
      const keys = await manager.find(ClientKeyEntity, {
        where: { clientId: id, revokedAt: IsNull() },
        order: { createdAt: 'ASC' },
      });
      if (keys.length === 2) {
        throw new ClientRegisterError(
          `${id} already has two live keys, ending in ${keys.map(({ hint }) => hint).join(' and ')}: first revoke the one no longer in use`,
        );
      }
      return addKey(manager, id, keys.some(({ slot }) => slot === 1) ? 2 : 1);
    });
  }

  async limit(id: string, limits: ClientLimits): Promise<void> {
    requireValid(limits);
    const { refusals, bytes, adjustment } = limits;
    await this.changeLive(id, async (manager, { dailyRefusals, dailyBytes, maxAdjustment }) => {
      await manager.update(
        ClientEntity,
        { id },
        {
          dailyRefusals: refusals === undefined ? dailyRefusals : refusals,
          dailyBytes: bytes === undefined ? dailyBytes : bytes,
          maxAdjustment: adjustment === undefined ? maxAdjustment : adjustment,
        },
      );
    });
  }

  /** Revokes one key by its hint, or the client with all its keys if there is no hint. Irreversible. */
  async revoke(id: string, hint?: string): Promise<void> {
    await this.changeLive(id, async (manager) => {
      const liveKeys = { clientId: id, revokedAt: IsNull() };
      if (hint === undefined) {
        await manager.update(ClientEntity, { id }, revokedNow);
        await manager.update(ClientKeyEntity, liveKeys, revokedNow);
        return;
      }
      const { affected } = await manager.update(ClientKeyEntity, { ...liveKeys, hint }, revokedNow);
      if (affected === 0) throw new ClientRegisterError(`${id} has no live key ending in ${hint}`);
    });
  }

  list(): Promise<ListedClient[]> {
    return this.dataSource.getRepository(ClientEntity).find({
      relations: { keys: true },
      order: { id: 'ASC', keys: { createdAt: 'ASC' } },
    });
  }

  /** Runs `work` on a client that is not revoked, and records what it changed. */
  private changeLive<T>(
    id: string,
    work: (manager: EntityManager, client: ClientEntity) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.dataSource, async (manager) => {
      const client = await requireLive(manager, id);
      const before = await termsOfClient(manager, id);
      const result = await work(manager, client);
      await recordClient(manager, id, before);
      return result;
    });
  }

  private requireScopes(wanted: readonly string[]): void {
    const unknown = wanted.find((scope) => !this.scopes.has(scope));
    if (unknown === undefined && wanted.length > 0) return;
    throw new ClientRegisterError(
      `${unknown === undefined ? 'a client needs at least one scope' : `"${unknown}" is not a scope`}: choose from ${this.scopes.names.join(', ')}`,
    );
  }
}

function requireValid({ refusals, bytes, adjustment }: ClientLimits): void {
  for (const limit of [refusals, bytes]) requireLimit(limit, 2 ** 31 - 1);
  requireLimit(adjustment, Number.MAX_SAFE_INTEGER);
}

function requireLimit(limit: number | null | undefined, largest: number): void {
  if (limit == null || (Number.isInteger(limit) && limit >= 0 && limit <= largest)) return;
  throw new ClientRegisterError(`a limit must be an integer from 0 to ${largest}, or off`);
}

/** By the database clock. */
const revokedNow = { revokedAt: () => 'now()' };

/** Locks the client, so concurrent commands take turns. */
async function requireLive(manager: EntityManager, id: string): Promise<ClientEntity> {
  const client = await manager.findOne(ClientEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!client) throw new ClientRegisterError(`there is no client ${id}`);
  if (client.revokedAt !== null)
    throw new ClientRegisterError(`${id} is revoked for good: create another client`);
  return client;
}

async function addKey(manager: EntityManager, id: string, slot: number): Promise<string> {
  const key = mintApiKey(await readWalletEnvironment(manager));
  await manager.insert(ClientKeyEntity, { hash: hashOfApiKey(key), clientId: id, slot, hint: hintOf(key) });
  return key;
}
