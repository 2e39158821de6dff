import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Author, Change } from './change.js';
import { ChangeEntity } from './change.entity.js';

/** Identifies the advisory lock in this database: "change" in ASCII. */
const recordLock = 0x6368616e6765;

/**
 * Records a change in the database transaction that makes it, so neither exists without the other. Writes nothing if `before` equals
 * `after`.
 *
 * The caller holds a lock on the subject since before it read `before`: the next record of a subject begins where this one ends.
 * Call it last in the transaction: it takes a lock that every other change waits for until COMMIT.
 */
export async function recordChange(
  manager: EntityManager,
  { by, before, after, ...named }: Change,
): Promise<void> {
  if (isDeepStrictEqual(before, after)) return;
  // One record at a time across all instances: numbers have no gap and follow the order of the commits.
  await manager.query(`SELECT pg_advisory_xact_lock(${recordLock})`);
  const [latest] = await manager.find(ChangeEntity, { order: { number: 'DESC' }, take: 1 });
  const { now, login } = await readSession(manager);
  await manager.insert(ChangeEntity, {
    ...named,
    number: (latest?.number ?? 0) + 1,
    by: nameOf(by, login),
    before,
    after,
    // Times never go back along the numbers, even if the clock of the database does.
    createdAt: latest && latest.createdAt > now ? latest.createdAt : now,
  });
}

interface Session {
  now: Date;
  /** The login that opened the session, whatever role it has taken. */
  login: string;
}

/** Runs behind the lock: the clock must not be read before the wait. */
async function readSession(manager: EntityManager): Promise<Session> {
  const [session] = await manager.query<Session[]>(`SELECT ledger_now() AS now, session_user AS login`);
  if (!session) throw new Error('the database did not name its session');
  return session;
}

function nameOf(by: Author, login: string): string {
  return by === 'operator' ? `operator:${login}` : by.client;
}
