import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.ts';
import { openHoldsQuery } from '../api/queries.ts';
import { useSession } from '../session/session.ts';
import { Card } from '../ui/basics.tsx';
import { formatAmount, formatTime } from '../ui/format.ts';
import { ProblemNotice } from '../ui/states.tsx';

/** The open holds of an account, each with what can be done to it. Shown only if there are any. */
export function OpenHolds({ userId, asset, decimals }: { userId: string; asset: string; decimals: number }) {
  const session = useSession();
  const holds = useQuery(openHoldsQuery({ userId, asset }));
  if (holds.error) return <ProblemNotice error={holds.error} onRetry={() => void holds.refetch()} />;
  if (!holds.data || holds.data.data.length === 0) return null;
  const { data, hasMore } = holds.data;
  return (
    <Card title="Open holds">
      <ul className="divide-y divide-line">
        {data.map((hold) => (
          <Hold key={hold.id} hold={hold} decimals={decimals} changeable={session?.kind === 'client'} />
        ))}
      </ul>
      {hasMore && <p className="mt-2 text-xs text-muted">The latest {data.length} are shown.</p>}
    </Card>
  );
}

function Hold({
  hold: { id, userId, asset, remaining, expiresAt, reference, description },
  decimals,
  changeable,
}: {
  hold: Schemas['HoldAnswer'];
  decimals: number;
  /** Players only see their holds. */
  changeable: boolean;
}) {
  return (
    <li className="flex items-center justify-between gap-2 py-2 text-sm first:pt-0 last:pb-0">
      <span className="min-w-0">
        <span className="font-semibold">{formatAmount(remaining, decimals)}</span>{' '}
        <span className="break-words">{description ?? reference ?? ''}</span>
        <span className="block text-xs text-muted">until {formatTime(expiresAt)}</span>
      </span>
      {changeable && (
        <span className="flex shrink-0 gap-1">
          {(['capture', 'void'] as const).map((action) => (
            <Link
              key={action}
              href={`/do?${new URLSearchParams({ action, user: userId, asset, hold: id }).toString()}`}
              className="rounded-md border border-line-strong px-2 py-1 text-xs font-medium hover:bg-sunken"
            >
              {action === 'capture' ? 'Capture' : 'Void'}
            </Link>
          ))}
        </span>
      )}
    </li>
  );
}
