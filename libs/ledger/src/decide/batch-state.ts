import { addressKey, type LockedAccount } from '@app/accounts';
import type { AccountSession, Movement } from '../capability/account-rule.js';
import type { ClaimSession } from '../capability/claim-rule.js';
import type { Effect } from '../capability/effect.js';
import type { GroupRule } from '../capability/group-rule.js';
import { inLadderOrder, type NamedCheck } from '../capability/ladder.js';
import type { Session } from '../capability/rule.js';
import { headAfter, type ShardHead } from '../places/shard-heads.js';
import type { DecidedEntry } from './accept.js';
import type { OpenClaim } from './claims.js';
import type { DecisionInput } from './decide.js';
import { earlier } from './earmarks.js';
import { lateLedgerChecks } from './ledger-checks.js';

interface Parts {
  accounts: Map<string, LockedAccount>;
  heads: Map<number, ShardHead>;
  sessions: Map<string, Session>;
  claimSessions: Map<string, ClaimSession>;
  groupRules: ReadonlyMap<string, GroupRule>;
  accountSessions: readonly AccountSession[];
  /** An account has lapsed or owes, or an earmark has changed. */
  mayHaveDue: boolean;
  /** The late rungs of the ladder: those of the ledger and of all account rules. */
  lateChecks: readonly NamedCheck<Movement>[];
}

/** The accounts, heads and sessions of a batch as of the latest decision. */
export class BatchState {
  private constructor(
    private parts: Parts,
    private readonly now: Date,
  ) {}

  static of({
    accounts,
    heads,
    sessions,
    claimSessions,
    groupRules,
    accountSessions,
    now,
  }: Omit<DecisionInput, 'proposals' | 'nextId'>): BatchState {
    const parts = {
      accounts: new Map(accounts.map((account) => [addressKey(account), account])),
      heads: new Map(heads.map((head) => [head.shard, head])),
      sessions: new Map(sessions),
      claimSessions: new Map(claimSessions),
      groupRules,
      accountSessions,
      mayHaveDue: accounts.some(({ lapsesAt, owed }) => owed > 0 || (lapsesAt !== null && lapsesAt <= now)),
      lateChecks: lateChecksOf(accountSessions),
    };
    return new BatchState(parts, now);
  }

  /** A copy to try a group of postings on. */
  fork(): BatchState {
    const { accounts, heads, sessions, claimSessions, ...others } = this.parts;
    const parts = {
      accounts: new Map(accounts),
      heads: new Map(heads),
      sessions: new Map(sessions),
      claimSessions: new Map(claimSessions),
      ...others,
    };
    return new BatchState(parts, this.now);
  }

  /** Takes over the state of a fork whose group is accepted, with its claims. */
  adopt(fork: BatchState, claimSessions: Applied['claimSessions']): void {
    this.parts = fork.parts;
    for (const [rule, next] of claimSessions) this.parts.claimSessions.set(rule, next);
  }

  get accounts(): ReadonlyMap<string, LockedAccount> {
    return this.parts.accounts;
  }

  get accountSessions(): readonly AccountSession[] {
    return this.parts.accountSessions;
  }

  get lateChecks(): readonly NamedCheck<Movement>[] {
    return this.parts.lateChecks;
  }

  session(rule: string): Session {
    const session = this.parts.sessions.get(rule);
    if (!session) throw new Error(`The rule ${rule} has no session in this batch`);
    return session;
  }

  claimSession(rule: string): ClaimSession {
    const session = this.parts.claimSessions.get(rule);
    if (!session) throw new Error(`The claim rule ${rule} has no session in this batch`);
    return session;
  }

  groupRule(name: string): GroupRule {
    const rule = this.parts.groupRules.get(name);
    if (!rule) throw new Error(`The group rule ${name} is not part of this batch`);
    return rule;
  }

  /** The head of a shard after its next record. */
  nextHead(shard: number): ShardHead {
    const head = this.parts.heads.get(shard);
    if (!head) throw new Error(`The head of shard ${shard} is not locked`);
    return headAfter(head, this.now);
  }

  /** `false`: no account has anything due, and no posting needs to look. */
  get mayHaveDue(): boolean {
    return this.parts.mayHaveDue;
  }

  /** Replaces a `lapsesAt` that has passed, once everything due is booked. It is written with the next change of the account. */
  renewLapse(key: string): void {
    const account = this.parts.accounts.get(key);
    if (!account?.lapsesAt || account.lapsesAt > this.now) return;
    const next = this.parts.accountSessions.map((session) => session.lapsesNext?.(account) ?? null);
    const lapsesAt = next.reduce(earlier, null);
    this.parts.accounts.set(key, { ...account, lapsesAt, hasNewLapse: true });
  }

  /** The account rules' sessions after a movement. Changes nothing. */
  accountSessionsAfter(
    { posting, moves, earmarks }: Movement,
    transactionId: string,
    effects: readonly Effect[],
  ): readonly AccountSession[] {
    const { accountSessions } = this.parts;
    if (!accountSessions.some((session) => 'accept' in session)) return accountSessions;
    const accepted = { posting, moves, earmarks, transactionId, effects };
    const after = accountSessions.map((session) => session.accept?.(accepted) ?? session);
    return after.every((session, index) => session === accountSessions[index]) ? accountSessions : after;
  }

  /** The sessions of claim rules after these claims. Changes nothing. */
  claimSessionsAfter(claims: readonly OpenClaim[]): readonly (readonly [string, ClaimSession])[] {
    return claims.map(({ rule, session, claiming }) => [rule, session.accept(claiming)]);
  }

  /** Applies an accepted transaction, or an operation of one. Cannot fail. */
  apply({ head, movement, accountSessions, session, claimSessions }: Applied): DecidedEntry[] {
    const { parts } = this;
    const { moves, earmarks } = movement;
    parts.heads.set(head.shard, head);
    for (const move of moves) {
      parts.accounts.set(addressKey(move.account), {
        ...move.account,
        balance: move.balanceAfter,
        version: move.version,
      });
    }
    if (earmarks.length > 0) parts.mayHaveDue = true;
    for (const { account, held, owed, lapsesAt } of earmarks) {
      const key = addressKey(account);
      parts.accounts.set(key, { ...(parts.accounts.get(key) ?? account), held, owed, lapsesAt });
    }
    if (session) parts.sessions.set(session.rule, session.next);
    for (const [rule, next] of claimSessions) parts.claimSessions.set(rule, next);
    if (accountSessions !== parts.accountSessions) {
      parts.accountSessions = accountSessions;
      parts.lateChecks = lateChecksOf(accountSessions);
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
  movement: Movement;
  accountSessions: readonly AccountSession[];
  session: { rule: string; next: Session } | undefined;
  claimSessions: readonly (readonly [string, ClaimSession])[];
}

function lateChecksOf(sessions: readonly AccountSession[]): readonly NamedCheck<Movement>[] {
  return inLadderOrder([...lateLedgerChecks, ...sessions.flatMap(({ checks }) => checks)]);
}
