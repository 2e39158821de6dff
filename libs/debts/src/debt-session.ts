import { type LockedAccount, systemOwner, takeableOf } from '@app/accounts';
import type { AcceptedMovement, AccountSession, DueTransaction, Fact } from '@app/ledger';
import {
  type DebtEvent,
  debtEffect,
  debtKey,
  type DebtName,
  effectName,
  type OpenDebt,
  settleDebts,
} from './debt-event.js';

/** A debt of an account that owes. */
export interface OpenDebtFact extends Fact {
  accountId: string;
  reversalId: string;
  operation: number;
  source: string;
  outstanding: string;
  /** The latest event of this debt. */
  lastNumber: string;
}

interface AccountDebts {
  /** The number of the latest event of the account. */
  lastNumber: number;
  /** Oldest first. */
  open: readonly OpenDebt[];
}

/** How a debt was settled. */
export type Settled = Readonly<Record<'repay' | 'forgive' | 'cancel', number>>;

export const nothingSettled: Settled = { repay: 0, forgive: 0, cancel: 0 };

/** The open debts of the locked accounts, as the postings decided so far leave them. */
export class DebtSession implements AccountSession<never> {
  readonly checks = [];

  constructor(
    /** By account id. */
    private readonly accounts: ReadonlyMap<string, AccountDebts>,
    /** By `debtKey`: since the batch began. */
    private readonly settled: ReadonlyMap<string, Settled>,
    private readonly now: Date,
  ) {}

  static of(facts: readonly OpenDebtFact[], now: Date): DebtSession {
    const accounts = new Map<string, AccountDebts>();
    for (const { accountId, reversalId, operation, source, outstanding, lastNumber } of facts) {
      const { open, lastNumber: latest } = accounts.get(accountId) ?? { open: [], lastNumber: 0 };
      const debt = { reversalId, operation, source, outstanding: Number(outstanding) };
      accounts.set(accountId, {
        open: debt.outstanding > 0 ? [...open, debt] : open,
        lastNumber: Math.max(latest, Number(lastNumber)),
      });
    }
    return new DebtSession(accounts, new Map(), now);
  }

  /** The open debts of an account, oldest first. */
  openOf(accountId: string): readonly OpenDebt[] {
    return this.accounts.get(accountId)?.open ?? [];
  }

  /** What is left of a debt. */
  outstandingOf(accountId: string, debt: DebtName): number {
    const found = this.openOf(accountId).find((open) => debtKey(open) === debtKey(debt));
    return found?.outstanding ?? 0;
  }

  /** The number of the latest event of an account; `undefined` if it owed nothing when the batch began and still has no event in it. */
  lastNumberOf(accountId: string): number | undefined {
    return this.accounts.get(accountId)?.lastNumber;
  }

  /** What this batch has settled of a debt. */
  settledNow(debt: DebtName): Settled {
    return this.settled.get(debtKey(debt)) ?? nothingSettled;
  }

  /** Repays the oldest debt with everything on the account that is not held. */
  due(account: LockedAccount): DueTransaction | undefined {
    if (account.owed === 0) return undefined;
    const debts = this.accounts.get(account.id);
    const [oldest] = debts?.open ?? [];
    const amount = Math.min(oldest?.outstanding ?? 0, takeableOf(account));
    if (!debts || !oldest || amount <= 0) return undefined;
    const { asset, owner } = account;
    const after = { ...account, balance: account.balance - BigInt(amount) };
    return {
      type: 'repayment',
      dueAt: this.now,
      reference: null,
      description: null,
      metadata: {},
      legs: [{ source: owner, destination: systemOwner(oldest.source), asset, amount }],
      earmarks: [{ asset, owed: -amount }],
      effects: settleDebts({ account: after, lastNumber: debts.lastNumber }, [oldest], {
        kind: 'repay',
        amount,
      }).map(debtEffect),
    };
  }

  accept({ effects }: AcceptedMovement): DebtSession {
    const events = effects.flatMap(({ kind, data }) => (kind === effectName ? [data as DebtEvent] : []));
    if (events.length === 0) return this;
    const accounts = new Map(this.accounts);
    const settled = new Map(this.settled);
    for (const event of events) {
      accounts.set(event.accountId, debtsAfter(accounts.get(event.accountId), event));
      if (event.kind === 'incur') continue;
      const before = settled.get(debtKey(event)) ?? nothingSettled;
      settled.set(debtKey(event), { ...before, [event.kind]: before[event.kind] + event.amount });
    }
    return new DebtSession(accounts, settled, this.now);
  }
}

function debtsAfter(before: AccountDebts | undefined, event: DebtEvent): AccountDebts {
  const { reversalId, operation, source, number: lastNumber, outstandingAfter: outstanding } = event;
  const debt = { reversalId, operation, source, outstanding };
  const open = before?.open ?? [];
  if (event.kind === 'incur') return { lastNumber, open: [...open, debt] };
  const changed = open.map((other) => (debtKey(other) === debtKey(debt) ? debt : other));
  return { lastNumber, open: changed.filter((other) => other.outstanding > 0) };
}
