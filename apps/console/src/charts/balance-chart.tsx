import { type PointerEvent, useState } from 'react';
import type { StatementLine } from '../api/statement.ts';
import { formatAmount, formatSigned, formatTime, nameOfType } from '../ui/format.ts';
import { Grid, linear, roundTicks, timeLabels } from './axes.tsx';
import { useWidth } from './use-width.ts';

const height = 170;
const margin = { top: 8, right: 12, bottom: 22, left: 48 };

/** The balance after each movement, as steps: it is constant between movements. `lines` has the oldest first. */
export function BalanceChart({ lines, decimals }: { lines: StatementLine[]; decimals: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<StatementLine>();
  const shown = pointed ?? lines.at(-1);
  return (
    <div>
      <p className="min-h-10 text-sm sm:min-h-5" aria-live="off">
        {shown && (
          <>
            <span className="font-semibold">{formatAmount(shown.balanceAfter, decimals)}</span>
            <span className="text-muted">
              {' '}
              after {nameOfType(shown.type).toLowerCase()} {formatSigned(signed(shown), decimals)} ·{' '}
              {formatTime(shown.createdAt)}
            </span>
          </>
        )}
      </p>
      <div ref={frame} className="mt-1 h-[170px] w-full">
        {width > 0 && lines.length > 0 && (
          <Steps lines={lines} decimals={decimals} width={width} pointed={pointed} onPoint={setPointed} />
        )}
      </div>
    </div>
  );
}

function signed({ direction, amount }: StatementLine): number {
  return direction === 'credit' ? amount : -amount;
}

function Steps({
  lines,
  decimals,
  width,
  pointed,
  onPoint,
}: {
  lines: StatementLine[];
  decimals: number;
  width: number;
  pointed: StatementLine | undefined;
  onPoint: (line: StatementLine | undefined) => void;
}) {
  const times = lines.map(({ createdAt }) => Date.parse(createdAt));
  const [from = 0, to = 0] = [times[0], times.at(-1)];
  const ticks = roundTicks(0, Math.max(...lines.map(({ balanceAfter }) => balanceAfter)), 4);
  const x = linear([from, to], [margin.left, width - margin.right]);
  const y = linear([0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
  const points = lines.map((line, index) => ({ line, x: x(times[index] ?? from), y: y(line.balanceAfter) }));
  const steps = points
    .map((point, index) => `${index === 0 ? `M${point.x},` : `H${point.x}V`}${point.y}`)
    .join('');
  const label = timeLabels(from, to);
  const labels = width < 420 ? [from, to] : [from, from + (to - from) / 2, to];
  const nearest = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return points.reduce((best, point) => (Math.abs(point.x - at) <= Math.abs(best.x - at) ? point : best));
  };
  const mark = points.find(({ line }) => line === pointed);
  return (
    <svg
      role="img"
      aria-label={`Balance over the last ${lines.length} movements; the statement below has every figure`}
      width={width}
      height={height}
      className="block touch-pan-y"
      onPointerMove={(event) => {
        onPoint(nearest(event).line);
      }}
      onPointerLeave={() => {
        onPoint(undefined);
      }}
    >
      <Grid ticks={ticks} y={y} left={margin.left} right={width - margin.right} decimals={decimals} />
      {from !== to &&
        labels.map((time, index) => (
          <text
            key={time}
            x={x(time)}
            y={height - 5}
            textAnchor={index === 0 ? 'start' : time === to ? 'end' : 'middle'}
            className="fill-muted text-[11px]"
          >
            {label(time)}
          </text>
        ))}
      <path d={`${steps}V${y(0)}H${points[0]?.x ?? 0}Z`} className="fill-accent-soft" />
      <path d={steps} className="fill-transparent stroke-accent" strokeWidth="2" strokeLinejoin="round" />
      {points.length === 1 && points[0] && (
        <circle cx={points[0].x} cy={points[0].y} r="4" className="fill-accent" />
      )}
      {mark && (
        <>
          <line
            x1={mark.x}
            x2={mark.x}
            y1={margin.top}
            y2={height - margin.bottom}
            className="stroke-line-strong"
          />
          <circle cx={mark.x} cy={mark.y} r="4" className="fill-accent stroke-surface" strokeWidth="2" />
        </>
      )}
    </svg>
  );
}
