import { addressKey, type LockedAccount, maxAmount, systemOwner, userOwner } from '@app/accounts';
import { type DebtEvent, debtsCapability } from '@app/debts';
import { holdsCapability } from '@app/holds';
import type { AccountSession, Capability, Fact, Session } from '@app/ledger';
import { reversalsCapability } from '@app/reversals';
import { acceptedBy, decide } from '../../../libs/ledger/src/decide/decide.js';
import type { Acceptance } from '../../../libs/ledger/src/decide/accept.js';
import type { SingleProposal } from '../../../libs/ledger/src/decide/proposal.js';
import type { HoldEvent } from '../../../libs/holds/src/hold-event.js';
import type { ReversalRow } from '../../../libs/reversals/src/reversal-row.js';
import type { Figures } from './model.js';

export const owner = userOwner('alice');
export const asset = 'GOLD';
const shard = 0;
const capabilities: readonly Capability[] = [holdsCapability, debtsCapability, reversalsCapability];
const key = addressKey({ shard, owner, asset });

/** An account with its holds, reversals and debts, changed by `decide` and read back as the fact statements would. */
export class StoredAccount {
  private readonly accounts: Map<string, LockedAccount>;
  private readonly holds = new Map<string, HoldEvent>();
  private readonly reversals: ReversalRow[] = [];
  private readonly debts: DebtEvent[] = [];
  private place = 0;

  constructor() {
    const owners = [owner, systemOwner('treasury'), systemOwner('revenue')];
    this.accounts = new Map(owners.map((each) => [addressKey({ shard, owner: each, asset }), opened(each)]));
  }

  figures(): Figures {
    const { balance, held, owed } = this.own;
    return { balance: Number(balance), held, owed };
  }

  /** When the row says that something lapses. */
  get lapsesAt(): Date | null {
    return this.own.lapsesAt;
  }

  /** Decides postings in one batch, and writes what it accepts. */
  decide(proposals: readonly SingleProposal[], now: Date): boolean[] {
    const decisions = decide({
      accounts: [...this.accounts.values()],
      heads: [{ shard, last: this.place, lastAt: new Date(0) }],
      proposals,
      sessions: this.sessions(now),
      claimSessions: new Map(),
      groupRules: new Map(),
      accountSessions: this.accountSessions(now),
      now,
      nextId: () => 'due',
    });
    for (const acceptance of decisions.flatMap(acceptedBy)) this.write(acceptance);
    return decisions.map(({ accepted }) => accepted);
  }

  private get own(): LockedAccount {
    return this.accounts.get(key) ?? opened(owner);
  }

  private write({ entries, earmarks, effects, place }: Acceptance): void {
    this.place = place;
    for (const { account, balanceAfter: balance, version } of entries) {
      const { held, owed, lapsesAt } = this.accounts.get(addressKey(account)) ?? account;
      const before = account.hasNewLapse ? account : { held, owed, lapsesAt };
      this.accounts.set(addressKey(account), { ...account, ...before, balance, version });
    }
    for (const { held, owed, lapsesAt } of earmarks) {
      this.accounts.set(key, { ...this.own, held, owed, lapsesAt });
    }
    for (const { kind, data } of effects) {
      if (kind === 'hold') this.holds.set((data as HoldEvent).hold.id, data as HoldEvent);
      if (kind === 'reversal') this.reversals.push(data as ReversalRow);
      if (kind === 'debt') this.debts.push(data as DebtEvent);
    }
  }

  private sessions(now: Date): Map<string, Session> {
    const facts: Record<string, readonly Fact[]> = { hold: this.holdFacts(), reversal: this.reversalFacts() };
    const rules = capabilities.flatMap(({ rules = [] }) => rules);
    return new Map(rules.map((rule) => [rule.name, rule.session(facts[rule.name] ?? [], { now })]));
  }

  private accountSessions(now: Date): AccountSession[] {
    const facts: Record<string, readonly Fact[]> = { lapse: this.dueFacts(now), debts: this.debtFacts() };
    return capabilities
      .flatMap(({ accountRules = [] }) => accountRules)
      .map((rule) => rule.session({ before: [], after: facts[rule.name] ?? [] }, { now }));
  }

  private holdFacts(): Fact[] {
    const rows = [...this.holds.values()].map(rowOf);
    const expiries = this.open.map(({ hold }) => hold.expiresAt.getTime());
    return expiries.length === 0 ? rows : [...rows, { id: null, userId: owner.id, asset, expiries }];
  }

  private get open(): HoldEvent[] {
    return [...this.holds.values()].filter(({ hold }) => hold.status === 'open');
  }

  /** As the statement of the lapse rule: nothing, if nothing on the account has lapsed. */
  private dueFacts(now: Date): Fact[] {
    if (this.own.lapsesAt === null || this.own.lapsesAt > now) return [];
    return this.open
      .map((event) => ({ ...rowOf(event), accountId: this.own.id, expiresAt: event.hold.expiresAt }))
      .sort((one, other) => one.expiresAt.getTime() - other.expiresAt.getTime());
  }

  private debtFacts(): Fact[] {
    if (this.own.owed === 0) return [];
    const latest = new Map(this.debts.map((event) => [event.reversalId, event]));
    return [...latest.values()].map(({ reversalId, operation, source, outstandingAfter, number }) => ({
      ...{ accountId: this.own.id, reversalId, operation, source },
      ...{ outstanding: String(outstandingAfter), lastNumber: String(number) },
    }));
  }

  private reversalFacts(): Fact[] {
    const latest = new Map(this.reversals.map((row) => [row.originalId, row]));
    const lastDebtNumber = String(this.debts.at(-1)?.number ?? 0);
    return this.originals.map((originalId) => {
      const { number = 0, reversedAfter = 0 } = latest.get(originalId) ?? {};
      const figures = { number: String(number), reversed: String(reversedAfter), lastDebtNumber };
      return { originalId, operation: -1, reversalId: null, cause: null, figures };
    });
  }

  /** Every transaction that a request may name. */
  originals: string[] = [];
}

function rowOf({ hold, number }: HoldEvent): Fact {
  const { amount, captured, released } = hold;
  const texts = { amount: String(amount), captured: String(captured), released: String(released) };
  return { ...hold, ...texts, events: number };
}

function opened(of: LockedAccount['owner']): LockedAccount {
  const address = { shard, owner: of, asset };
  const nothing = { balance: 0n, version: 0, held: 0, owed: 0, lapsesAt: null, frozen: false };
  const rest = {
    headHash: Buffer.alloc(32),
    salt: Buffer.alloc(16),
    minAmount: 1,
    maxAmount,
    assetRetired: false,
  };
  return { ...address, id: addressKey(address), ...nothing, ...rest };
}
