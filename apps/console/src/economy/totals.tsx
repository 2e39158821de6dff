import { Card } from '../ui/basics.tsx';
import { formatAmount, formatSigned } from '../ui/format.ts';
import { absorbedOn, accounts, type Day, flowOf, issuedOn } from './flows.ts';
import { NamedTotals } from './named-totals.tsx';

/** The totals of the window. They are also the legend of the chart. */
export function Totals({ days, decimals }: { days: Day[]; decimals: number }) {
  const total = (figure: (day: Day) => bigint) => days.reduce((sum, day) => sum + figure(day), 0n);
  const issued = total(issuedOn);
  const absorbed = total(absorbedOn);
  const lines = (kind: 'source' | 'sink') =>
    accounts
      .map((account) => ({
        ...account,
        label: account[kind],
        amount: total((day) => flowOf(day, account.name)[kind === 'source' ? 'issued' : 'absorbed']),
      }))
      .filter(({ amount }) => amount > 0n);
  return (
    <Card title={`These ${days.length} days`}>
      <Part
        title="Sources"
        total={formatSigned(issued, decimals)}
        lines={lines('source')}
        decimals={decimals}
      />
      <Part
        title="Sinks"
        total={formatSigned(-absorbed, decimals)}
        lines={lines('sink')}
        decimals={decimals}
      />
      <p className="mt-3 flex justify-between gap-2 border-t border-line pt-3 text-sm font-semibold">
        <span>Change of supply</span>
        <span>{formatSigned(issued - absorbed, decimals)}</span>
      </p>
      <NamedTotals days={days} decimals={decimals} />
    </Card>
  );
}

function Part({
  title,
  total,
  lines,
  decimals,
}: {
  title: string;
  total: string;
  lines: { name: string; label: string; amount: bigint; background: string }[];
  decimals: number;
}) {
  return (
    <div className="mb-3 last-of-type:mb-0">
      <p className="flex justify-between gap-2 text-sm font-medium">
        <span>{title}</span>
        <span>{total}</span>
      </p>
      <ul className="mt-1 space-y-1 text-sm text-muted">
        {lines.length === 0 && <li>none</li>}
        {lines.map(({ name, label, amount, background }) => (
          <li key={name} className="flex items-center justify-between gap-2">
            <span className="flex items-center gap-2">
              <span className={`size-2.5 rounded-sm ${background}`} aria-hidden="true" />
              {label}
            </span>
            <span>{formatAmount(amount, decimals)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
