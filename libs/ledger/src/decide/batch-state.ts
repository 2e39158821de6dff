import { addressKey, type LockedAccount } from '@app/accounts';
import type { AccountSession, Movement } from '../capability/account-rule.js';
import { inLadderOrder, type NamedCheck } from '../capability/ladder.js';
import type { Session } from '../capability/rule.js';
import { headAfter, type ShardHead } from '../places/shard-heads.js';
import type { DecidedEntry } from './accept.js';
import type { DecisionInput } from './decide.js';
import { lateLedgerChecks } from './ledger-checks.js';
import type { Move } from './moves.js';

/** The accounts, the heads and the sessions of a batch, as the decisions so far have left them. */
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
    if (!session) throw new Error(`no session of the rule ${rule} was begun`);
    return session;
  }

  /** The head of a shard behind the next thing that it records. */
  nextHead(shard: number): ShardHead {
    const head = this.heads.get(shard);
    if (!head) throw new Error(`the head of shard ${shard} was not locked`);
    return headAfter(head, this.now);
  }

  /** What the sessions of account rules are after a movement. Changes nothing. */
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
    // Member by member, here and wherever a posting passes: docs/PERFORMANCE.md, "Garbage".
    return moves.map(({ leg, account, amount, balanceAfter, version }) => {
      return { leg, account, amount, balanceAfter, version, createdAt: head.lastAt };
    });
  }
}

/** What an accepted transaction changes. */
interface Applied {
  head: ShardHead;
  moves: readonly Move[];
  accountSessions: readonly AccountSession[];
  session: { rule: string; next: Session } | undefined;
}

function lateChecksOf(sessions: readonly AccountSession[]): readonly NamedCheck<Movement>[] {
  return inLadderOrder([...lateLedgerChecks, ...sessions.flatMap(({ checks }) => checks)]);
}
