import { formatAmount, formatDay } from '../ui/format.ts';
import { absorbedOn, type Day, issuedOn, supplyOf } from './flows.ts';

/** The figures of the chart as a table. */
export function DaysTable({ days, decimals }: { days: Day[]; decimals: number }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="text-muted hover:text-ink">The figures as a table</summary>
      <div className="mt-2 max-h-80 overflow-auto" tabIndex={0} role="region" aria-label="Figures per day">
        <table className="w-full text-right">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              {['Day (UTC)', 'Sources', 'Sinks', 'In circulation'].map((name) => (
                <th key={name} scope="col" className="px-2 py-1.5 font-medium first:text-left">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.day} className="border-b border-line last:border-0">
                <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
                  {formatDay(day.day)}
                </th>
                {[issuedOn(day), absorbedOn(day), supplyOf(day)].map((figure, index) => (
                  <td key={index} className="px-2 py-1">
                    {formatAmount(figure, decimals)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
