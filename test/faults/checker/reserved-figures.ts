import type { ReservedState } from './reserved-state.js';

/** What was ever held and owed on an account. */
export interface ReservedFigures {
  held: Set<number>;
  owed: Set<number>;
}

export function reservedFiguresOf({
  holds,
  holdEvents,
  debtEvents,
}: ReservedState): Map<string, ReservedFigures> {
  const figures = new Map<string, ReservedFigures>();
  const of = (account: string) => {
    const known = figures.get(account) ?? { held: new Set(), owed: new Set() };
    figures.set(account, known);
    return known;
  };
  for (const { holdId, held } of holdEvents) of(holds.get(holdId)?.account ?? '').held.add(held);
  for (const { account, owedAfter } of debtEvents) of(account).owed.add(owedAfter);
  return figures;
}
