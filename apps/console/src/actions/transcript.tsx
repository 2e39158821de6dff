import { Link } from 'wouter';
import { Badge, Card } from '../ui/basics.tsx';
import { ProblemNotice } from '../ui/states.tsx';
import { answerText, requestText, type WriteAnswer, type WriteRequest } from './send-write.ts';
import { Outcome } from './outcome.tsx';
import type { Writes } from './use-writes.ts';

/** What went over the wire, and what it did; before the first request, a preview. */
export function Transcript({
  writes,
  error,
  preview,
  userId,
}: {
  writes: Writes | undefined;
  error: unknown;
  preview: WriteRequest;
  userId: string;
}) {
  const answer = writes?.answers.at(-1);
  return (
    <div className="min-w-0 space-y-4" aria-live="polite">
      {error !== undefined && <ProblemNotice error={error} />}
      {writes && <Outcome writes={writes} userId={userId} />}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card title={writes ? 'The request' : 'The request, before it is sent'} flush>
          <Wire text={requestText(writes?.request ?? preview)} label="HTTP request" />
        </Card>
        {writes && answer && (
          <Card title="The answer" flush actions={<AnswerBadges answer={answer} writes={writes} />}>
            <Wire text={answerText(answer)} label="HTTP answer" />
          </Card>
        )}
      </div>
      {writes && (
        <p className="text-sm">
          <Link
            className="text-accent underline underline-offset-2"
            href={`/wallet/${encodeURIComponent(userId)}`}
          >
            Look at the wallet of {userId}
          </Link>
        </p>
      )}
    </div>
  );
}

function AnswerBadges({ answer, writes }: { answer: WriteAnswer; writes: Writes }) {
  const sameBytes = writes.answers.every(({ text }) => text === writes.answers[0]?.text);
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={answer.status < 300 ? 'good' : 'bad'}>{answer.status}</Badge>
      {answer.replayed && <Badge tone="accent">Replayed</Badge>}
      {writes.answers.length > 1 && sameBytes && <Badge tone="accent">Same bytes as the first</Badge>}
    </span>
  );
}

function Wire({ text, label }: { text: string; label: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="max-h-[32rem] overflow-auto p-4 font-mono text-xs leading-5 break-words whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}
