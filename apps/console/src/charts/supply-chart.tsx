import { type Day, supplyOf } from '../economy/flows.ts';
import { formatDay } from '../ui/format.ts';
import { Grid, linear, roundTicks } from './axes.tsx';
import { useWidth } from './use-width.ts';

const height = 170;
const margin = { top: 8, right: 4, bottom: 22, left: 52 };

/** The supply at the end of each day. */
export function SupplyChart({ days, decimals }: { days: Day[]; decimals: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const supplies = days.map((day) => Number(supplyOf(day)));
  const ticks = roundTicks(0, Math.max(...supplies), 3);
  const y = linear([0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
  const step = (width - margin.left - margin.right) / days.length;
  const x = (index: number) => margin.left + (index + 0.5) * step;
  const line = supplies.map((supply, index) => `${index === 0 ? 'M' : 'L'}${x(index)},${y(supply)}`).join('');
  return (
    <div ref={frame} className="h-[170px] w-full">
      {width > 0 && (
        <svg
          role="img"
          aria-label={`In circulation at the end of each of the last ${days.length} days`}
          width={width}
          height={height}
          className="block"
        >
          <Grid ticks={ticks} y={y} left={margin.left} right={width - margin.right} decimals={decimals} />
          <path d={`${line}V${y(0)}H${x(0)}Z`} className="fill-accent-soft" />
          <path d={line} className="fill-transparent stroke-accent" strokeWidth="2" strokeLinejoin="round" />
          {[days[0], days.at(-1)].map(
            (day, index) =>
              day && (
                <text
                  key={day.day}
                  x={index === 0 ? margin.left : width - margin.right}
                  y={height - 5}
                  textAnchor={index === 0 ? 'start' : 'end'}
                  className="fill-muted text-[11px]"
                >
                  {formatDay(day.day)}
                </text>
              ),
          )}
        </svg>
      )}
    </div>
  );
}
