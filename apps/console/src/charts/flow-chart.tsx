import { useState } from 'react';
import { absorbedOn, accounts, type Day, flowOf, issuedOn, supplyOf } from '../economy/flows.ts';
import { formatAmount, formatDay, formatSigned } from '../ui/format.ts';
import { Grid, linear, roundTicks } from './axes.tsx';
import { useWidth } from './use-width.ts';

const height = 260;
const margin = { top: 8, right: 4, bottom: 22, left: 52 };

/** The sources of each day, stacked above the line, and its sinks below it. */
export function FlowChart({ days, decimals }: { days: Day[]; decimals: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<Day>();
  const shown = (pointed && days.find(({ day }) => day === pointed.day)) ?? days.at(-1);
  return (
    <div>
      <p className="min-h-10 text-sm sm:min-h-5">
        {shown && (
          <>
            <span className="font-semibold">{formatDay(shown.day)}</span>
            <span className="text-muted">
              {' '}
              · sources {formatSigned(issuedOn(shown), decimals)} · sinks{' '}
              {formatSigned(-absorbedOn(shown), decimals)} · {formatAmount(supplyOf(shown), decimals)} in
              circulation
            </span>
          </>
        )}
      </p>
      <div ref={frame} className="mt-1 h-[260px] w-full">
        {width > 0 && (
          <Bars days={days} decimals={decimals} width={width} pointed={shown} onPoint={setPointed} />
        )}
      </div>
    </div>
  );
}

function Bars({
  days,
  decimals,
  width,
  pointed,
  onPoint,
}: {
  days: Day[];
  decimals: number;
  width: number;
  pointed: Day | undefined;
  onPoint: (day: Day | undefined) => void;
}) {
  const largest = (figure: (day: Day) => bigint) => Math.max(...days.map((day) => Number(figure(day))));
  const ticks = roundTicks(-largest(absorbedOn), largest(issuedOn), 4);
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
  const step = (width - margin.left - margin.right) / days.length;
  const every = Math.ceil(days.length / Math.max(2, Math.floor(width / 90)));
  return (
    <svg
      role="img"
      aria-label={`Sources and sinks of the last ${days.length} days; the table below has every figure`}
      width={width}
      height={height}
      className="block touch-pan-y"
      onPointerLeave={() => {
        onPoint(undefined);
      }}
    >
      <Grid ticks={ticks} y={y} left={margin.left} right={width - margin.right} decimals={decimals} />
      {days.map((day, index) => {
        const left = margin.left + index * step;
        return (
          <g
            key={day.day}
            onPointerEnter={() => {
              onPoint(day);
            }}
          >
            <rect
              x={left}
              width={step}
              y={margin.top}
              height={height - margin.top - margin.bottom}
              className={day === pointed ? 'fill-sunken' : 'fill-transparent'}
            />
            {segmentsOf(day).map(({ key, from, to, fill }) => (
              <rect
                key={key}
                x={left + step * 0.15}
                width={Math.max(1, step * 0.7)}
                y={Math.min(y(from), y(to))}
                height={Math.abs(y(to) - y(from))}
                className={fill}
              />
            ))}
            {(days.length - 1 - index) % every === 0 && (
              <text
                x={index === days.length - 1 ? left + step : left + step / 2}
                y={height - 5}
                textAnchor={index === days.length - 1 ? 'end' : 'middle'}
                className="fill-muted text-[11px]"
              >
                {formatDay(day.day)}
              </text>
            )}
          </g>
        );
      })}
      <line x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
    </svg>
  );
}

/** Each account's part of a day, stacked away from zero. */
function segmentsOf(day: Day) {
  let above = 0;
  let below = 0;
  return accounts.flatMap(({ name, fill }) => {
    const flow = flowOf(day, name);
    const [issued, absorbed] = [Number(flow.issued), Number(flow.absorbed)];
    const segments = [];
    if (issued > 0) segments.push({ key: `${name}-in`, from: above, to: above + issued, fill });
    if (absorbed > 0) segments.push({ key: `${name}-out`, from: below, to: below - absorbed, fill });
    above += issued;
    below -= absorbed;
    return segments;
  });
}
