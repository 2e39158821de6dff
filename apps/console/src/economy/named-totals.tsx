import { exactly, formatAmount } from '../ui/format.ts';
import type { Day } from './flows.ts';

type NamedFlow = Day['namedFlows'][number];

/** What each direction of a flow is called. One without a name here is shown by its own. */
const labels: Record<string, { issued: string; absorbed: string }> = {
  reversals: { issued: 'Reversed, given back', absorbed: 'Reversed, taken back' },
  'write-offs': { issued: 'Written off', absorbed: 'Write-offs undone' },
  'forgiven-debt': { issued: 'Debt forgiven', absorbed: 'Debt forgiven, undone' },
};

/** What capabilities report apart. It is not in addition to the sources and sinks. */
export function NamedTotals({ days, decimals }: { days: Day[]; decimals: number }) {
  const names = [...new Set(days.flatMap(({ namedFlows }) => namedFlows.map(({ name }) => name)))];
  const lines = names
    .flatMap((name) => {
      const flows = days.flatMap(({ namedFlows }) => namedFlows.filter((flow) => flow.name === name));
      const { issued, absorbed } = labels[name] ?? { issued: name, absorbed: `${name}, out` };
      return [
        { label: issued, amount: sumOf(flows, (flow) => exactly(flow.issued, flow.issuedText)) },
        { label: absorbed, amount: sumOf(flows, (flow) => exactly(flow.absorbed, flow.absorbedText)) },
      ];
    })
    .filter(({ amount }) => amount > 0n);
  if (lines.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm">
      <p className="font-medium">Of these, and besides</p>
      <ul className="mt-1 space-y-1 text-muted">
        {lines.map(({ label, amount }) => (
          <li key={label} className="flex justify-between gap-2">
            <span>{label}</span>
            <span>{formatAmount(amount, decimals)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sumOf(flows: readonly NamedFlow[], figure: (flow: NamedFlow) => bigint): bigint {
  return flows.reduce((sum, flow) => sum + figure(flow), 0n);
}
