import type { MovedAccount } from '@app/accounts';
import type { DecidedEntry } from '../decide/accept.js';
import type { EarmarkMove } from '../decide/earmarks.js';
import type { FixedProposal } from '../decide/proposal.js';
import { entryHash, transactionDigest } from './transaction-digest.js';

/** An accepted posting with the columns of its transaction row. */
export interface AcceptedTransaction {
  proposal: FixedProposal;
  place: number;
  createdAt: Date;
  /** As stored: `actorText`. */
  actor: string;
  clientId: string;
  /** `null` for a keyless type. */
  idempotencyKey: string | null;
  /** As stored: canonical JSON. */
  metadata: string;
  entries: readonly DecidedEntry[];
  earmarks: readonly EarmarkMove[];
  /** See `effectsDigest`. */
  effectsDigest: Buffer | null;
}

export interface SealedEntry extends DecidedEntry {
  place: number;
  hash: Buffer;
}

/** The entries of a batch, sealed, and the accounts as it leaves them. */
export interface SealedBatch {
  entries: SealedEntry[];
  accounts: MovedAccount[];
  /** Whether an earmark has changed. */
  earmarks: boolean;
}

/**
 * Chains the entries of accepted transactions to the heads of their accounts, in order. Also returns the final state of every
 * touched account.
 */
export function seal(transactions: readonly AcceptedTransaction[]): SealedBatch {
  const byId = new Map<string, MovedAccount>();
  const entries = transactions.flatMap((transaction) => {
    const sealed = sealOne(transaction, byId);
    for (const { account, held, owed, lapsesAt } of transaction.earmarks) {
      const before = byId.get(account.id) ?? { ...account, updatedAt: null };
      byId.set(account.id, { ...before, held, owed, lapsesAt });
    }
    return sealed;
  });
  const accounts = [...byId.values()];
  const earmarks =
    accounts.some(({ hasNewLapse }) => hasNewLapse) ||
    transactions.some((transaction) => transaction.earmarks.length > 0);
  return { entries, accounts, earmarks };
}

const none: SealedEntry[] = [];

function sealOne(transaction: AcceptedTransaction, accounts: Map<string, MovedAccount>): SealedEntry[] {
  // A transaction with effects only is covered by the first entry that follows from it.
  if (transaction.entries.length === 0) return none;
  const { place } = transaction;
  const digest = digestOf(transaction);
  return transaction.entries.map((entry) => {
    const { leg, account, amount, balanceAfter, version, createdAt } = entry;
    const hash = entryHash(accounts.get(account.id)?.headHash ?? account.headHash, digest, entry);
    accounts.set(account.id, {
      ...account,
      balance: balanceAfter,
      version,
      headHash: hash,
      updatedAt: createdAt,
    });
    return { leg, account, amount, balanceAfter, version, createdAt, place, hash };
  });
}

function digestOf(transaction: AcceptedTransaction): Buffer {
  const { proposal, place, createdAt, actor, clientId, idempotencyKey, metadata, entries } = transaction;
  const { posting, transactionId, shard } = proposal;
  const { type, userId, reference, description } = posting;
  return transactionDigest({
    shard,
    place,
    id: transactionId,
    createdAt,
    salt: saltOf(entries),
    texts: { type, userId, actor, reference, description, clientId, idempotencyKey, metadata },
    entries: entries.map(({ leg, account, version, amount, balanceAfter, createdAt }) => {
      return { leg, accountId: account.id, version, amount, balanceAfter, createdAt };
    }),
    effectsDigest: transaction.effectsDigest,
  });
}

/** Every transaction with entries has at least one entry on a user account. */
function saltOf(entries: readonly DecidedEntry[]): Buffer {
  const salt = entries.find(({ account }) => account.owner.kind === 'user')?.account.salt;
  if (!salt) throw new Error('A transaction has entries, but no salt of its user');
  return salt;
}
