import { ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Outcome } from '../outcome.js';
import type { PostingTimes } from './posting-times.js';
import type { JournalRequest } from './request.js';

/** Without an OpenTelemetry SDK in the process, its spans record nothing. */
const tracer = trace.getTracer('wallet-ledger');

/** The span of a posting, from `post` to its answer. A child of the caller's active span. */
export function startPostingSpan(type: string): Span {
  return tracer.startSpan('ledger.posting', { attributes: { 'wallet.transaction_type': type } });
}

type Callbacks = Pick<JournalRequest, 'resolve' | 'reject'>;

/** Ends the span when the posting is answered. */
export function tracedCallbacks(span: Span, times: PostingTimes, { resolve, reject }: Callbacks): Callbacks {
  return {
    resolve: (outcome) => {
      endPostingSpan(span, times, { outcome });
      resolve(outcome);
    },
    reject: (error) => {
      endPostingSpan(span, times, { error });
      reject(error);
    },
  };
}

function endPostingSpan(
  span: Span,
  times: PostingTimes,
  answer: { outcome: Outcome } | { error: Error },
): void {
  const { queuedMs, batchMs, commitMs, batchSize, attempts } = times;
  span.setAttributes({
    'wallet.queued_ms': queuedMs,
    'wallet.batch_ms': batchMs,
    'wallet.commit_ms': commitMs,
    'wallet.batch_size': batchSize,
    'wallet.attempts': attempts,
  });
  if ('error' in answer) span.setStatus({ code: SpanStatusCode.ERROR, message: codeOf(answer.error) });
  else if ('refusal' in answer.outcome) span.setAttribute('wallet.refusal', answer.outcome.refusal.code);
  span.end();
}

/** The message may quote what a caller sent. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * The span of a batch, if one of its postings is recorded. It is a child of the first recorded one, so a sampler keeps or drops both.
 * The batch links to its recorded postings, and each of them to the batch.
 */
export function startBatchSpan(lane: number, batch: readonly JournalRequest[]): Span | undefined {
  const recorded = batch.flatMap(({ span }) => (span.isRecording() ? [span] : []));
  const [first] = recorded;
  if (!first) return undefined;
  const attributes = { 'wallet.lane': lane, 'wallet.batch_size': batch.length };
  const links = recorded.map((span) => ({ context: span.spanContext() }));
  const parent = trace.setSpan(ROOT_CONTEXT, first);
  const span = tracer.startSpan('ledger.batch', { attributes, links }, parent);
  for (const posting of recorded) posting.addLink({ context: span.spanContext() });
  return span;
}
