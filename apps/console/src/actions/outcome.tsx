import { useQuery } from '@tanstack/react-query';
import { assetsQuery } from '../api/queries.ts';
import { decimalsOf, formatAmount, formatSigned } from '../ui/format.ts';
import { isSettled } from './send-write.ts';
import type { Writes } from './use-writes.ts';

/** Says how often the write was sent, and how often it took effect. */
export function Outcome({ writes, userId }: { writes: Writes; userId: string }) {
  const { answers, lost, atOnce } = writes;
  const sent = answers.length + lost;
  const executed = answers.filter(({ status, replayed }) => status < 300 && !replayed).length;
  const replayed = answers.filter(({ replayed: marked }) => marked).length;
  const unknown = lost + answers.filter((answer) => !isSettled(answer)).length;
  const refused = sent - executed - replayed - unknown;
  return (
    <section aria-label="Outcome" className="rounded-lg border border-line bg-surface p-4">
      <p className="font-semibold">{headline({ sent, executed, refused, replayed, unknown })}</p>
      <Changes writes={writes} userId={userId} />
      {sent > 1 && (
        <>
          <div className="mt-3 flex flex-wrap gap-1" aria-hidden="true">
            {answers.map((answer, index) => (
              <span
                key={index}
                title={answer.replayed ? 'replayed' : String(answer.status)}
                className={`size-4 rounded-sm ${
                  answer.replayed
                    ? 'bg-accent-soft ring-1 ring-accent ring-inset'
                    : answer.status < 300
                      ? 'bg-accent'
                      : 'bg-bad'
                }`}
              />
            ))}
          </div>
          <p className="mt-2 text-xs text-muted">
            {atOnce ? 'Sent at the same moment with one key' : 'Sent one after another with one key'}:{' '}
            {executed} executed, {replayed} replayed{refused > 0 && `, ${refused} refused`}
            {unknown > 0 && `, ${unknown} without an outcome`}.
          </p>
        </>
      )}
    </section>
  );
}

interface Counts {
  sent: number;
  executed: number;
  refused: number;
  replayed: number;
  /** Neither done nor refused for certain: a retry with the same key settles it. */
  unknown: number;
}

function headline({ sent, executed, refused, replayed, unknown }: Counts): string {
  if (sent === 1 && executed === 1) return 'Done: sent once, one effect';
  if (sent === 1 && replayed === 1) return 'Replayed: this key was used before, and nothing happened again';
  if (unknown > 0 && executed + refused + replayed === 0) return 'No outcome yet';
  if (unknown > 0 && replayed > 0 && executed === 0) {
    return 'Settled: an earlier attempt was decided, and this is its answer';
  }
  if (sent === 1) return 'Refused: nothing happened';
  if (executed === 1) return `Sent ${sent} times, one effect`;
  return refused > 0 && executed === 0
    ? `Sent ${sent} times, no effect`
    : `Sent ${sent} times, no further effect`;
}

function Changes({ writes: { changes }, userId }: { writes: Writes; userId: string }) {
  const assets = useQuery(assetsQuery).data?.data ?? [];
  if (changes.length === 0) {
    return <p className="mt-1 text-sm text-muted">No balance of {userId} changed.</p>;
  }
  return (
    <ul className="mt-1 text-sm">
      {changes.map(({ asset, before, after }) => {
        const decimals = decimalsOf(asset, assets);
        return (
          <li key={asset}>
            {asset}: {formatAmount(before, decimals)} → <strong>{formatAmount(after, decimals)}</strong>{' '}
            <span className="text-muted">({formatSigned(after - before, decimals)})</span>
          </li>
        );
      })}
    </ul>
  );
}
