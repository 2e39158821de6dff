import { agrees, cheapestTwo, differenceOf } from './agreement.js';

const cost = (us: number) => ({ serviceUs: us / 2, databaseUs: us / 2 });

it('takes the two cheapest measurements, whatever came between them', () => {
  expect(cheapestTwo([cost(300), cost(100), cost(200), cost(104)])).toEqual([cost(100), cost(104)]);
});

it('compares them by the processor time of both parts together', () => {
  expect(differenceOf([cost(100), cost(104)])).toBeCloseTo(0.04);
});

it('has nothing to compare after one measurement', () => {
  expect(cheapestTwo([cost(100)])).toBeUndefined();
});

it('needs two within a tenth of each other', () => {
  expect(agrees([cost(100), cost(109)])).toBe(true);
  expect(agrees([cost(100), cost(111), cost(112)])).toBe(false);
  expect(agrees([cost(100)])).toBe(false);
});
