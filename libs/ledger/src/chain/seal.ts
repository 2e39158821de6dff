import type { MovedAccount } from '@app/accounts';
import type { DecidedEntry } from '../decide/accept.js';
import type { FixedProposal } from '../decide/proposal.js';
import { entryHash, transactionDigest } from './transaction-digest.js';

/** An accepted posting, with what is written of it beside its entries. */
export interface AcceptedTransaction {
  proposal: FixedProposal;
  place: number;
  createdAt: Date;
  /** As it is stored: `actorText`. */
  actor: string;
  clientId: string;
  /** `null` for a keyless type. */
  idempotencyKey: string | null;
  /** As it is stored: canonical JSON. */
  metadata: string;
  entries: readonly DecidedEntry[];
  /** See `effectsDigest`. */
  effectsDigest: Buffer | null;
}

export interface SealedEntry extends DecidedEntry {
  place: number;
  hash: Buffer;
}

/**
 * Chains the entries of accepted transactions to the heads of their accounts, in order, and gives the state in which
 * every touched account is left.
 */
export function seal(transactions: readonly AcceptedTransaction[]): {
  entries: SealedEntry[];
  accounts: MovedAccount[];
} {
  const accounts = new Map<string, MovedAccount>();
  const entries = transactions.flatMap((transaction) => {
    // Covered from the first entry that follows from it.
    if (transaction.entries.length === 0) return [];
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
  });
  return { entries, accounts: [...accounts.values()] };
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

/** Every transaction with entries has one of its user. */
function saltOf(entries: readonly DecidedEntry[]): Buffer {
  const salt = entries.find(({ account }) => account.owner.kind === 'user')?.account.salt;
  if (!salt) throw new Error('the user of a transaction has no salt');
  return salt;
}
