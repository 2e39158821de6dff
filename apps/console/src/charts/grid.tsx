import { formatShort } from '../ui/format.ts';

/** A line across the chart for each tick, from `left` to `right`, with its figure before it. */
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
