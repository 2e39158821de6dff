import { formatShort } from '../ui/format.ts';

/** A linear scale from figures to pixels. */
export function linear([from, to]: [number, number], [start, end]: [number, number]) {
  const span = to - from || 1;
  return (value: number) => start + ((value - from) / span) * (end - start);
}

/** Round figures from below `low` to above `high`, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  if (high === low) return [low, low + 1];
  const rough = (high - low) / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10));
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Time labels: the shorter the span, the more precise. */
export function timeLabels(from: number, to: number): (time: number) => string {
  const span = to - from;
  const options: Intl.DateTimeFormatOptions =
    span > 3 * 86_400_000
      ? { day: 'numeric', month: 'short' }
      : span > 86_400_000
        ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
        : span > 600_000
          ? { hour: '2-digit', minute: '2-digit' }
          : { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const format = new Intl.DateTimeFormat('en-GB', options);
  return (time) => format.format(time);
}

/** A horizontal line and a label for each tick. */
export function Grid({
  ticks,
  y,
  left,
  right,
  decimals,
}: {
  ticks: number[];
  y: (value: number) => number;
  left: number;
  right: number;
  decimals: number;
}) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={left - 8} y={y(tick) + 4} textAnchor="end" className="fill-muted text-[11px]">
        {formatShort(tick, decimals)}
      </text>
    </g>
  ));
}
