import { Button } from '../ui/basics.tsx';
import { TextField } from '../ui/fields.tsx';

/** One key per intended operation. Browsers have `randomUUID` on https and localhost only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The key, and the buttons that send. */
export function KeyControls({
  value,
  pending,
  settled,
  onValue,
  onRetry,
  onSendAtOnce,
}: {
  value: string;
  pending: boolean;
  /** The last write used this key, and its outcome is known. */
  settled: boolean;
  onValue: (key: string) => void;
  onRetry: () => void;
  onSendAtOnce: () => void;
}) {
  return (
    <>
      <TextField
        label="Idempotency-Key"
        mono
        required
        maxLength={255}
        value={value}
        onValue={onValue}
        hint={
          settled
            ? 'The last request used this key. Retry sends it again; Send takes a new key.'
            : 'Generated for the next request; you can enter another.'
        }
      />
      <div className="grid grid-cols-[1.4fr_1fr] gap-2 pt-1">
        <Button type="submit" kind="primary" disabled={pending} className="col-span-2">
          {pending ? 'Sending …' : 'Send'}
        </Button>
        <Button disabled={pending || !settled} onClick={onRetry} className="px-1.5">
          Retry with the same key
        </Button>
        <Button disabled={pending} onClick={onSendAtOnce} className="px-1.5">
          Send 20 at once
        </Button>
      </div>
    </>
  );
}

/** Shown while the outcome of a write is unknown: retry it, or abandon it. */
export function UnsettledControls({
  value,
  pending,
  onRetry,
  onStartNew,
}: {
  value: string;
  pending: boolean;
  onRetry: () => void;
  onStartNew: () => void;
}) {
  return (
    <div className="space-y-3">
      <p role="status" className="rounded-md bg-warn-soft p-3 text-sm">
        This request has no outcome yet and may have been executed: retrying it with the same key settles it,
        without moving credits twice.
      </p>
      <TextField label="Idempotency-Key" mono readOnly value={value} onValue={() => undefined} />
      <Button kind="primary" disabled={pending} onClick={onRetry} className="w-full">
        {pending ? 'Sending …' : 'Retry with the same key'}
      </Button>
      <Button disabled={pending} onClick={onStartNew} className="w-full">
        Start a new operation
      </Button>
    </div>
  );
}
