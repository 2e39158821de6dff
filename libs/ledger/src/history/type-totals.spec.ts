import { addTotals } from './type-totals.js';

it('adds up exactly, per type, sorted by name', () => {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const parts = [
    { type: 'topup', count: 2, credit: most, debit: 0n },
    { type: 'conversion', count: 1, credit: 3n, debit: 4n },
    { type: 'topup', count: 1, credit: most, debit: 0n },
  ];
  expect(addTotals(parts)).toEqual([
    { type: 'conversion', count: 1, credit: 3n, debit: 4n },
    { type: 'topup', count: 3, credit: 2n * most, debit: 0n },
  ]);
});

it('returns nothing for an empty period', () => {
  expect(addTotals([])).toEqual([]);
});
