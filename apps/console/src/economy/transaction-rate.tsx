import { linear } from '../charts/axes.tsx';

const width = 120;
const height = 32;

/** Transactions per second: the mean of the last minute, and a bar for each of its seconds. */
export function TransactionRate({
  transactionsPerSecond,
  perSecond,
}: {
  transactionsPerSecond: number;
  perSecond: number[];
}) {
  const y = linear([0, Math.max(1, ...perSecond)], [0, height]);
  const step = width / perSecond.length;
  return (
    <div className="flex items-center gap-3">
      <svg
        role="img"
        aria-label="Transactions in each second of the last minute"
        width={width}
        height={height}
        className="border-b border-line-strong"
      >
        {perSecond.map((count, index) => (
          <rect
            key={index}
            x={index * step}
            width={step * 0.75}
            y={height - y(count)}
            height={y(count)}
            className="fill-accent"
          />
        ))}
      </svg>
      <p className="text-right leading-tight">
        <span className="block text-lg font-semibold">
          {transactionsPerSecond < 10 ? transactionsPerSecond.toFixed(1) : Math.round(transactionsPerSecond)}
        </span>
        <span className="block text-xs text-muted">transactions / s, last minute</span>
      </p>
    </div>
  );
}
