import type { ReactNode } from 'react';
import { type ProblemDocument, problemOf } from '../api/problem.ts';
import { Button } from './basics.tsx';
import { CopyButton } from './copy-button.tsx';

/** A problem of the API: its title and detail, and the request id to search the log for. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return <Notice problem={problemOf(error)} onRetry={onRetry} />;
}

function Notice({ problem, onRetry }: { problem: ProblemDocument; onRetry?: () => void }) {
  const { title, detail, status, code, requestId, errors } = problem;
  return (
    <div role="alert" className="rounded-md border border-line bg-bad-soft p-3 text-sm">
      <p className="font-semibold text-bad">{title}</p>
      <p className="mt-0.5 break-words">{detail}</p>
      {errors && (
        <ul className="mt-1 list-disc pl-5">
          {errors.map((each) => (
            <li key={each.pointer}>
              <code className="font-mono text-xs">{each.pointer}</code> {each.detail}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <code className="font-mono">{status === 0 ? code : `${status} ${code}`}</code>
        {requestId !== undefined && <CopyButton label="Copy request id" text={requestId} />}
        {onRetry && (
          <Button kind="quiet" className="min-h-7 px-2 text-xs" onClick={onRetry}>
            Try again
          </Button>
        )}
      </p>
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="px-4 py-8 text-center text-sm">
      <p className="font-medium">{title}</p>
      {children !== undefined && <p className="mt-1 text-muted">{children}</p>}
    </div>
  );
}

/** A placeholder while data loads. */
export function Loading({ rows = 3, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-2 p-4">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="h-5 animate-pulse rounded bg-sunken" />
      ))}
    </div>
  );
}
