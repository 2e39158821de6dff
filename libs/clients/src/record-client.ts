import { recordChange, type Terms } from '@app/changes';
import { type EntityManager, IsNull } from 'typeorm';
import { ClientEntity, ClientKeyEntity } from './client.entity.js';

/**
 * What the record of changes has of a client. A live key is there by its end, as operators name it; never the key, nor its hash.
 */
export async function termsOfClient(manager: EntityManager, id: string): Promise<Terms> {
  const client = await manager.findOneByOrFail(ClientEntity, { id });
  const keys = await manager.find(ClientKeyEntity, {
    where: { clientId: id, revokedAt: IsNull() },
    order: { createdAt: 'ASC', slot: 'ASC' },
  });
  return {
    scopes: client.scopes.toSorted(),
    dailyRefusals: client.dailyRefusals,
    dailyBytes: client.dailyBytes,
    maxAdjustment: client.maxAdjustment,
    revoked: client.revokedAt !== null,
    keys: keys.map(({ hint }) => hint),
  };
}

/** Records what an operator changed. The transaction has locked the client since before it read `before`. */
export async function recordClient(manager: EntityManager, id: string, before: Terms | null): Promise<void> {
  const after = await termsOfClient(manager, id);
  await recordChange(manager, { kind: 'client', subject: id, by: 'operator', before, after });
}
