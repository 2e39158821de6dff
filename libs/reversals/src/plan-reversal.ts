import { maxAmount } from '@app/accounts';
import { incurDebt } from '@app/debts';
import type { AskedReversal, Extent } from './asked.js';
import { defaultShortfall } from './cause.js';
import { isGranted, legsFor, type Part } from './parts.js';
import { exceeds, type Ground, notConvertible, type Plan, type Planned } from './plan.js';
import type { Figures } from './reversal-facts.js';
import { RunningAccounts } from './running-accounts.js';

/**
 * Plans a reversal, the last part first: what an operation spent is back before an earlier one is taken back. The running
 * total of each part grows by what is asked, whatever becomes of it. Credits of the user are taken from what is not held. What is
 * missing is owed or written off, or the ledger refuses the posting for lack of funds.
 */
export function planReversal(asked: AskedReversal, { transactionId, wallet, factOf }: Ground): Planned {
  const { originalId, parts, extent, cause } = asked;
  const accounts = new RunningAccounts(wallet);
  const plan: Omit<Plan, 'earmarks'> = { rows: [], legs: [], debts: [] };
  for (const part of parts.toReversed()) {
    const { number, reversed, lastDebtNumber } = factOf(part);
    const total = { original: part.amount, reversed };
    const amount = amountOf(extent, total);
    const refusal =
      exceeds(Math.max(amount, targetOf(extent) - reversed), total) ?? notConvertible(part, amount);
    if (refusal) return { refusal };

    const running = accounts.of(part.asset, lastDebtNumber);
    const figures = isGranted(part)
      ? takeBack(amount, { available: accounts.takeable(running), policy: policyOf(part, asked) })
      : { asked: amount, taken: amount, owed: 0, writtenOff: 0 };
    const legs = legsFor(part, figures.taken, 'back');
    plan.legs.push(...legs);
    accounts.move(legs);
    if (figures.owed > 0) {
      const { account } = running;
      if (figures.owed > maxAmount - account.owed) return { refusal: tooMuchDebt(running) };
      const source = sourceOf(part);
      const debt = {
        reversalId: transactionId,
        operation: part.operation,
        source,
        outstanding: figures.owed,
      };
      plan.debts.push(incurDebt(running, debt));
      accounts.owe(running, figures.owed, 1);
    }
    plan.rows.push({
      originalId,
      operation: part.operation,
      number: number + 1,
      kind: 'reversal',
      cause,
      asset: part.asset,
      ...figures,
      originalAmount: part.amount,
      reversedAfter: reversed + amount,
      balanceAfter: Number(running.account.balance),
      reinstates: null,
    });
  }
  return { ...plan, rows: plan.rows.toReversed(), earmarks: accounts.earmarks() };
}

/** How much is reversed now. With a total that is reached already, nothing. */
function amountOf(extent: Extent, { original, reversed }: { original: number; reversed: number }): number {
  switch (extent.kind) {
    case 'rest':
      return original - reversed;
    case 'amount':
      return extent.amount;
    case 'up-to':
      return Math.max(0, extent.total - reversed);
    case 'up-to-share':
      return Math.max(0, shareOf(original, extent.milliPercent) - reversed);
  }
}

/** The total that the caller names: it may not exceed the original, even if nothing is left to do. */
function targetOf(extent: Extent): number {
  return extent.kind === 'up-to' ? extent.total : 0;
}

/** Rounded up. */
function shareOf(amount: number, milliPercent: number): number {
  return Number((BigInt(amount) * BigInt(milliPercent) + 99_999n) / 100_000n);
}

function policyOf({ type }: Part, { cause, onShortfall }: AskedReversal) {
  return onShortfall ?? defaultShortfall(type, cause);
}

/** What becomes of credits that go back to where they came from. */
function takeBack(
  asked: number,
  { available, policy }: { available: number; policy: ReturnType<typeof policyOf> },
): Figures {
  // The ledger refuses a debit of more than there is.
  if (policy === 'refuse' || asked <= available) return { asked, taken: asked, owed: 0, writtenOff: 0 };
  const missing = asked - available;
  return policy === 'owe'
    ? { asked, taken: available, owed: missing, writtenOff: 0 }
    : { asked, taken: available, owed: 0, writtenOff: missing };
}

function sourceOf({ legs: [leg], type }: Part): string {
  if (leg?.source.kind !== 'system') throw new Error(`A ${type} does not come from a system account`);
  return leg.source.id;
}

function tooMuchDebt({ account }: ReturnType<RunningAccounts['of']>) {
  return {
    code: 'balance-limit-exceeded' as const,
    account: account.owner.id,
    asset: account.asset,
    balance: account.owed,
    limit: maxAmount,
  };
}
