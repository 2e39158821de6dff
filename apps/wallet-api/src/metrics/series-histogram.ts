import { Histogram, type HistogramConfiguration, type MetricType } from 'prom-client';

/** The observations with one set of labels. */
export class Series {
  /** Observations by the index of their bucket; the last is above every bucket. */
  readonly counts: number[];
  sum = 0;

  constructor(private readonly buckets: readonly number[]) {
    this.counts = new Array<number>(buckets.length + 1).fill(0);
  }

  observe(value: number): void {
    const { buckets } = this;
    let index = 0;
    while (index < buckets.length && value > (buckets[index] as number)) index++;
    this.counts[index] = (this.counts[index] as number) + 1;
    this.sum += value;
  }
}

type Read<Name extends string> = ReturnType<Histogram<Name>['get']>;

/** The types of prom-client have numbers here, its code has texts. */
const textType = 'histogram' as unknown as MetricType;

type Labels<Name extends string> = Partial<Record<Name, string | number>>;

/**
 * A histogram of prom-client whose series are looked up once. prom-client builds a text of the labels for each observation, which
 * cost a top-up 4.3 µs; a series adds up numbers in 0.02 µs and is read when the metrics are.
 */
export class SeriesHistogram<Name extends string> extends Histogram<Name> {
  private readonly all: { labels: Labels<Name>; series: Series }[] = [];

  constructor(private readonly options: HistogramConfiguration<Name> & { buckets: number[] }) {
    super(options);
  }

  /** Adds a series. Call once for each set of labels, and keep the result. */
  addSeries(labels: Labels<Name>): Series {
    const series = new Series(this.options.buckets);
    this.all.push({ labels, series });
    return series;
  }

  override get(): Read<Name> {
    const { name, help } = this.options;
    return Promise.resolve({
      name,
      help,
      type: textType,
      aggregator: 'sum',
      collect: () => undefined,
      values: this.all.flatMap((one) => this.valuesOf(one)),
    });
  }

  /** The base class has this too, for the text format. */
  getForPromString(): Read<Name> {
    return this.get();
  }

  private valuesOf({ labels, series: { counts, sum } }: { labels: Labels<Name>; series: Series }) {
    const { name, buckets } = this.options;
    let count = 0;
    const values = [...buckets, '+Inf'].map((le, index) => {
      count += counts[index] ?? 0;
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count };
    });
    return [
      ...values,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}
