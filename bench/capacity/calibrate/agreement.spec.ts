import { agreeOn } from './agreement.js';

const cost = (us: number) => ({ serviceUs: us / 2, databaseUs: us / 2 });

it('takes the mean of the two cheapest measurements, whatever came between them', () => {
  expect(agreeOn([cost(300), cost(100), cost(200), cost(104)])).toEqual({
    cost: cost(102),
    difference: expect.closeTo(0.04) as number,
  });
});

it('has nothing to agree on after one measurement', () => {
  expect(agreeOn([cost(100)])).toBeUndefined();
});
