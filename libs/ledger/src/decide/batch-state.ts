import { addressKey, type LockedAccount } from '@app/accounts';
import type { AccountSession, Movement } from '../capability/account-rule.js';
import { inLadderOrder, type NamedCheck } from '../capability/ladder.js';
import type { Session } from '../capability/rule.js';
import { headAfter, type ShardHead } from '../places/shard-heads.js';
import type { DecidedEntry } from './accept.js';
import type { DecisionInput } from './decide.js';
import { lateLedgerChecks } from './ledger-checks.js';
import type { Move } from './moves.js';

/** The accounts, heads and sessions of a batch as of the latest decision. */
export class BatchState {
  readonly accounts: Map<string, LockedAccount>;
  private readonly heads: Map<number, ShardHead>;
  private readonly sessions: Map<string, Session>;
  accountSessions: readonly AccountSession[];
  /** The late rungs of the ladder: those of the ledger and of all account rules. */
  lateChecks: readonly NamedCheck<Movement>[];
  private readonly now: Date;

  constructor({ accounts, heads, sessions, accountSessions, now }: DecisionInput) {
    this.accounts = new Map(accounts.map((account) => [addressKey(account), account]));
    this.heads = new Map(heads.map((head) => [head.shard, head]));
    this.sessions = new Map(sessions);
    this.accountSessions = accountSessions;
    this.lateChecks = lateChecksOf(accountSessions);
    this.now = now;
  }

  session(rule: string): Session {
    const session = this.sessions.get(rule);
    if (!session) throw new Error(`The rule ${rule} has no session in this batch`);
    return session;
  }

  /** The head of a shard after its next record. */
  nextHead(shard: number): ShardHead {
    const head = this.heads.get(shard);
    if (!head) throw new Error(`The head of shard ${shard} is not locked`);
    return headAfter(head, this.now);
  }

  /** The account rules' sessions after a movement. Changes nothing. */
  accountSessionsAfter(movement: Movement): readonly AccountSession[] {
    if (!this.accountSessions.some((session) => 'accept' in session)) return this.accountSessions;
    return this.accountSessions.map((session) => session.accept?.(movement) ?? session);
  }

  /** Applies an accepted transaction. Cannot fail. */
  apply({ head, moves, accountSessions, session }: Applied): DecidedEntry[] {
    this.heads.set(head.shard, head);
    for (const move of moves) {
      this.accounts.set(addressKey(move.account), {
        ...move.account,
        balance: move.balanceAfter,
        version: move.version,
      });
    }
    if (session) this.sessions.set(session.rule, session.next);
    if (accountSessions !== this.accountSessions) {
      this.accountSessions = accountSessions;
      this.lateChecks = lateChecksOf(accountSessions);
    }
    // Copied member by member, as everywhere on the path of a posting: docs/PERFORMANCE.md, "Garbage".
    return moves.map(({ leg, account, amount, balanceAfter, version }) => {
      return { leg, account, amount, balanceAfter, version, createdAt: head.lastAt };
    });
  }
}

/** The changes of an accepted transaction. */
interface Applied {
  head: ShardHead;
  moves: readonly Move[];
  accountSessions: readonly AccountSession[];
  session: { rule: string; next: Session } | undefined;
}

function lateChecksOf(sessions: readonly AccountSession[]): readonly NamedCheck<Movement>[] {
  return inLadderOrder([...lateLedgerChecks, ...sessions.flatMap(({ checks }) => checks)]);
}
