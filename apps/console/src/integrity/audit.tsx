import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.ts';
import { verificationQuery, verifyLedger } from '../api/queries.ts';
import { Badge, Button, Card } from '../ui/basics.tsx';
import { formatAmount, formatDuration, formatTime } from '../ui/format.ts';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';
import { InvariantTable } from './invariant-table.tsx';

/** Runs the audit and follows its progress. Until then it shows the result of the last one. */
export function Audit() {
  const queryClient = useQueryClient();
  const audit = useMutation({
    mutationFn: verifyLedger,
    onSettled: () => queryClient.invalidateQueries({ queryKey: verificationQuery.queryKey }),
  });
  const progress = useQuery({
    ...verificationQuery,
    refetchInterval: ({ state }) => (audit.isPending || state.data?.running ? 200 : false),
  });
  const running = audit.isPending || progress.data?.running === true;
  return (
    <Card
      flush
      title="Audit of the whole ledger"
      actions={
        <Button
          kind="primary"
          disabled={running}
          onClick={() => {
            audit.mutate();
          }}
        >
          {running ? 'Running …' : 'Run the audit'}
        </Button>
      }
    >
      {(audit.error ?? progress.error) && (
        <div className="p-4">
          <ProblemNotice error={audit.error ?? progress.error} />
        </div>
      )}
      {progress.isPending && <Loading rows={6} />}
      {progress.data && <Result progress={progress.data} running={running} report={reportOf(audit.data)} />}
    </Card>
  );
}

/** A long audit is answered before its report is ready; then only the progress has its result. */
function reportOf<T extends object>(answer: T | undefined) {
  return answer && 'durationMs' in answer ? (answer as T & Schemas['VerificationAnswer']) : undefined;
}

function Result({
  progress,
  running,
  report,
}: {
  progress: Schemas['VerificationProgressAnswer'];
  running: boolean;
  report: Schemas['VerificationAnswer'] | undefined;
}) {
  const { startedAt, steps, stepsDone, invariants } = progress;
  if (startedAt === null && !running) {
    return (
      <EmptyState title="No audit has run yet">
        It reads every account, entry, transaction and key while the service keeps running.
      </EmptyState>
    );
  }
  const done = steps > 0 ? stepsDone / steps : 0;
  return (
    <>
      <div className="border-b border-line px-4 py-3">
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
          {running ? (
            <span className="text-muted">
              Checked {formatAmount(stepsDone)} of {formatAmount(steps)} parts
            </span>
          ) : (
            <Verdict invariants={invariants} complete={stepsDone === steps} />
          )}
          {startedAt !== null && (
            <span className="text-xs text-muted">
              {formatTime(startedAt)}
              {!running && report && ` · ${formatDuration(report.durationMs)}`}
            </span>
          )}
        </div>
        <div
          role="progressbar"
          aria-label="Audit"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(done * 100)}
          className="mt-2 h-1.5 overflow-hidden rounded bg-sunken"
        >
          <div className="h-full rounded bg-accent transition-[width]" style={{ width: `${done * 100}%` }} />
        </div>
      </div>
      <InvariantTable invariants={invariants} finished={!running} />
    </>
  );
}

function Verdict({ invariants, complete }: { invariants: Schemas['InvariantAnswer'][]; complete: boolean }) {
  if (!complete) return <Badge tone="warn">The audit did not finish</Badge>;
  const broken = invariants.filter(({ ok }) => !ok).length;
  return (
    <span className="flex items-center gap-2 font-semibold">
      {broken === 0 ? (
        <>
          <Badge tone="good">✓ passed</Badge> Every invariant holds
        </>
      ) : (
        <>
          <Badge tone="bad">✗ failed</Badge> {broken} of {invariants.length} invariants are broken
        </>
      )}
    </span>
  );
}
