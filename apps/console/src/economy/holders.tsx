import { Link } from 'wouter';
import type { Schemas } from '../api/client.ts';
import { formatAmount, formatTime } from '../ui/format.ts';
import { EmptyState } from '../ui/states.tsx';

/** The largest holders, and their shares of the supply. */
export function Holders({
  holders: { asset, at, count, largest },
  supply,
  decimals,
}: {
  holders: Schemas['HoldersAnswer'];
  supply: bigint;
  decimals: number;
}) {
  if (largest.length === 0) return <EmptyState title={`No user holds ${asset}`} />;
  return (
    <>
      <ol className="divide-y divide-line">
        {largest.map(({ userId, balance }) => {
          const share = supply > 0n ? Math.min(1, balance / Number(supply)) : 0;
          return (
            <li key={userId} className="px-4 py-2 text-sm">
              <div className="flex items-baseline justify-between gap-3">
                <Link
                  href={`/wallet/${encodeURIComponent(userId)}?asset=${asset}`}
                  className="min-w-0 truncate font-medium text-accent underline-offset-2 hover:underline"
                >
                  {userId}
                </Link>
                <span className="whitespace-nowrap">
                  {formatAmount(balance, decimals)}{' '}
                  <span className="inline-block w-12 text-right text-xs text-muted">
                    {(share * 100).toFixed(1)} %
                  </span>
                </span>
              </div>
              <div className="mt-1 h-1 rounded bg-sunken" aria-hidden="true">
                <div className="h-1 rounded bg-accent" style={{ width: `${share * 100}%` }} />
              </div>
            </li>
          );
        })}
      </ol>
      <p className="border-t border-line px-4 py-2 text-xs text-muted">
        {formatAmount(count)} {count === 1 ? 'holder' : 'holders'} in all, as of {formatTime(at)}
      </p>
    </>
  );
}
