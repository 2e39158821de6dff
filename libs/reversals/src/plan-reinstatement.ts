import { DebtSession, settleDebts } from '@app/debts';
import type { AskedReinstatement } from './asked.js';
import { legsFor, type Part } from './parts.js';
import { exceeds, type Ground, notConvertible, type Plan, type Planned } from './plan.js';
import type { Figures, PartFact } from './reversal-facts.js';
import { RunningAccounts } from './running-accounts.js';

/**
 * Plans a reinstatement, which undoes a reversal, and lowers the running total. It first cancels what is still owed, then gives back
 * what was taken, also by repayments since, and then undoes what was written off or forgiven.
 */
export function planReinstatement(asked: AskedReinstatement, { wallet, factOf }: Ground): Planned {
  const { reversalId, originalId, parts } = asked;
  const accounts = new RunningAccounts(wallet);
  const plan: Omit<Plan, 'earmarks'> = { rows: [], legs: [], debts: [] };
  for (const part of parts) {
    const fact = factOf(part);
    const { reversal, reinstated } = fact;
    if (!reversal) throw new Error(`${reversalId} does not reverse part ${part.operation} of ${originalId}`);
    const amount = asked.amount ?? reversal.asked - reinstated.asked;
    const total = { original: reversal.asked, reversed: reinstated.asked };
    const refusal = exceeds(amount, total) ?? notConvertible(part, amount);
    if (refusal) return { refusal };

    const running = accounts.of(part.asset, fact.lastDebtNumber);
    const figures = undo(amount, settledUntilNow(part, fact, asked, wallet.session(DebtSession)));
    const legs = legsFor(part, figures.taken, 'again');
    plan.legs.push(...legs);
    accounts.move(legs);
    if (figures.owed > 0) {
      const name = { reversalId, operation: part.operation };
      const debts = wallet.session(DebtSession).openOf(running.account.id);
      const debt = debts.filter(
        (open) => open.reversalId === reversalId && open.operation === name.operation,
      );
      plan.debts.push(...settleDebts(running, debt, { kind: 'cancel', amount: figures.owed }));
      accounts.owe(running, -figures.owed, 1);
    }
    plan.rows.push({
      originalId,
      operation: part.operation,
      number: fact.number + 1,
      kind: 'reinstatement',
      cause: reversal.cause,
      asset: part.asset,
      ...figures,
      originalAmount: part.amount,
      reversedAfter: fact.reversed - amount,
      balanceAfter: Number(running.account.balance),
      reinstates: reversalId,
    });
  }
  return { ...plan, earmarks: accounts.earmarks() };
}

/** What can be cancelled and what can be given back. */
interface Undoable {
  outstanding: number;
  taken: number;
}

/** The facts, with what this batch has settled since they were read. */
function settledUntilNow(
  { operation }: Part,
  { reversal, reinstated, repaid, forgiven }: PartFact,
  { reversalId }: AskedReinstatement,
  debts: DebtSession,
): Undoable {
  const now = debts.settledNow({ reversalId, operation });
  const repaidNow = repaid + now.repay;
  const taken = (reversal?.taken ?? 0) + repaidNow - reinstated.taken;
  const outstanding = (reversal?.owed ?? 0) - repaidNow - forgiven - now.forgive - reinstated.owed;
  return { outstanding, taken };
}

function undo(asked: number, { outstanding, taken }: Undoable): Figures {
  const owed = Math.min(asked, outstanding);
  const returned = Math.min(asked - owed, taken);
  return { asked, taken: returned, owed, writtenOff: asked - owed - returned };
}
