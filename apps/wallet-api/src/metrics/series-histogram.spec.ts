import { Histogram, Registry } from 'prom-client';
import { SeriesHistogram } from './series-histogram.js';

const options = { name: 'seconds', help: 'Seconds', labelNames: ['lane'] as const, buckets: [0.1, 1, 5] };

it('exports what a histogram of prom-client exports', async () => {
  const [theirs, ours] = [new Registry(), new Registry()];
  const histogram = new Histogram({ ...options, registers: [theirs] });
  const counted = new SeriesHistogram({ ...options, registers: [ours] });
  for (const lane of [0, 1]) {
    const series = counted.addSeries({ lane });
    // On, below and above each bound.
    for (const value of [0, 0.1, 0.1000001, 0.5, 1, 4.75, 5, 5.5, 1e9]) {
      series.observe(value + lane);
      histogram.observe({ lane }, value + lane);
    }
  }
  expect(await ours.metrics()).toBe(await theirs.metrics());
});
