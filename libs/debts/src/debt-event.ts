import type { LockedAccount } from '@app/accounts';
import type { Effect } from '@app/ledger';

/** What happens to a debt: `cancel` when its reversal is reinstated. */
export type DebtEventKind = 'incur' | 'repay' | 'forgive' | 'cancel';

/** Names a debt: one part of a reversal. */
export interface DebtName {
  /** The transaction that incurred it. */
  reversalId: string;
  /** The part of the original, counted from 0; −1 if it has only one. */
  operation: number;
}

/** A debt that is not settled yet. */
export interface OpenDebt extends DebtName {
  /** The system account that the credits go back to. */
  source: string;
  outstanding: number;
}

/** One event of a debt, as recorded. All amounts are whole minor units. */
export interface DebtEvent extends DebtName {
  accountId: string;
  asset: string;
  /** Counts the events of the account from 1, without a gap. */
  number: number;
  kind: DebtEventKind;
  amount: number;
  source: string;
  /** Of this debt. */
  outstandingAfter: number;
  /** Of all debts of the account. */
  owedAfter: number;
  balanceAfter: number;
}

export const effectName = 'debt';

/** The effect that records an event of a debt with its transaction. */
export function debtEffect(data: DebtEvent): Effect<DebtEvent> {
  return { kind: effectName, data };
}

/** Equal for two names of the same debt. */
export function debtKey({ reversalId, operation }: DebtName): string {
  return `${reversalId}/${operation}`;
}

/** A user's account before an event, with the number of its latest one. */
export interface Debtor {
  account: Pick<LockedAccount, 'id' | 'asset' | 'balance' | 'owed'>;
  lastNumber: number;
}

/** The event of a new debt. */
export function incurDebt({ account, lastNumber }: Debtor, debt: OpenDebt): DebtEvent {
  const { outstanding, ...name } = debt;
  return {
    ...name,
    accountId: account.id,
    asset: account.asset,
    number: lastNumber + 1,
    kind: 'incur',
    amount: outstanding,
    outstandingAfter: outstanding,
    owedAfter: account.owed + outstanding,
    balanceAfter: Number(account.balance),
  };
}

/** The events that settle `amount` of these debts, in their order. */
export function settleDebts(
  { account, lastNumber }: Debtor,
  debts: readonly OpenDebt[],
  { kind, amount }: { kind: Exclude<DebtEventKind, 'incur'>; amount: number },
): DebtEvent[] {
  const events: DebtEvent[] = [];
  let left = amount;
  for (const { outstanding, ...debt } of debts) {
    const settled = Math.min(outstanding, left);
    if (settled === 0) break;
    left -= settled;
    events.push({
      ...debt,
      accountId: account.id,
      asset: account.asset,
      number: lastNumber + events.length + 1,
      kind,
      amount: settled,
      outstandingAfter: outstanding - settled,
      owedAfter: account.owed - (amount - left),
      balanceAfter: Number(account.balance),
    });
  }
  return events;
}
