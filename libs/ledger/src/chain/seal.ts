import type { LockedAccount } from '@app/accounts';
import type { Actor } from '../actor.js';
import type { DecidedEntry } from '../decide/decide.js';
import type { FixedProposal } from '../decide/proposal.js';
import { entryHash } from './entry-hash.js';

/** An accepted posting, with what is written of it beside its entries. */
export interface AcceptedTransaction {
  proposal: FixedProposal;
  place: number;
  createdAt: Date;
  actor: Actor;
  clientId: string;
  idempotencyKey: string;
  entries: DecidedEntry[];
}

/** The state in which a batch leaves an account. */
export interface MovedAccount extends LockedAccount {
  /** The time of its last entry. */
  updatedAt: Date;
}

export interface SealedEntry extends DecidedEntry {
  transactionId: string;
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
  const entries = transactions.flatMap((transaction) =>
    transaction.entries.map((entry) => {
      const { posting, transactionId } = transaction.proposal;
      const { leg, account, amount, balanceAfter, version, createdAt } = entry;
      const hash = entryHash({
        previousHash: accounts.get(account.id)?.headHash ?? account.headHash,
        shard: account.shard,
        leg,
        accountId: account.id,
        version,
        transactionId,
        amount,
        balanceAfter,
        createdAt,
        type: posting.type,
        userId: posting.userId,
        reference: posting.reference,
        description: posting.description,
        clientId: transaction.clientId,
        idempotencyKey: transaction.idempotencyKey,
      });
      accounts.set(account.id, {
        ...account,
        balance: balanceAfter,
        version,
        headHash: hash,
        updatedAt: createdAt,
      });
      return { leg, account, amount, balanceAfter, version, createdAt, transactionId, hash };
    }),
  );
  return { entries, accounts: [...accounts.values()] };
}
