import { Link } from 'wouter';
import type { Schemas } from '../api/client.ts';
import { formatAmount, formatTime } from '../ui/format.ts';

/** How much of a transaction was reversed, and the way to reverse the rest. */
export function ReversalState({
  transaction: { id, userId, asset, reversal },
  decimals,
}: {
  transaction: Schemas['TransactionAnswer'];
  decimals: number;
}) {
  if (!reversal?.reversible) return null;
  const { reversed, remaining, items } = reversal;
  return (
    <section aria-label="Reversals" className="mt-4 rounded-md border border-line px-3 py-2 text-sm">
      <p className="flex items-center justify-between gap-2">
        <span>
          {formatAmount(reversed, decimals)} reversed, {formatAmount(remaining, decimals)} left
        </span>
        {remaining > 0 && (
          <Link
            href={`/do?${new URLSearchParams({ action: 'reverse', user: userId, asset, transaction: id }).toString()}`}
            className="rounded-md border border-line-strong px-2 py-1 text-xs font-medium hover:bg-sunken"
          >
            Reverse
          </Link>
        )}
      </p>
      <ul className="text-xs text-muted">
        {items.map(({ id: itemId, kind, cause, asked, createdAt }) => (
          <li key={itemId}>
            {kind === 'reversal' ? '−' : '+'}
            {formatAmount(asked, decimals)} {cause} on {formatTime(createdAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
