import { Button } from '../ui/basics.tsx';
import { TextField } from '../ui/fields.tsx';

/** One key per intended operation. */
export function newKey(): string {
  return `console-${crypto.randomUUID()}`;
}

/** The key in plain sight, and the three ways to send. */
export function KeyControls({
  value,
  used,
  pending,
  canRetry,
  onValue,
  onRetry,
  onSendAtOnce,
}: {
  value: string;
  used: boolean;
  pending: boolean;
  canRetry: boolean;
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
          used
            ? 'The last request had this key. Retry sends the same again; Send takes a new key.'
            : 'Made for the next request; you may write your own.'
        }
      />
      <div className="grid grid-cols-[1.4fr_1fr] gap-2 pt-1">
        <Button type="submit" kind="primary" disabled={pending} className="col-span-2">
          {pending ? 'Sending …' : 'Send'}
        </Button>
        <Button disabled={pending || !canRetry} onClick={onRetry} className="px-1.5">
          Retry with the same key
        </Button>
        <Button disabled={pending} onClick={onSendAtOnce} className="px-1.5">
          Send 20 at once
        </Button>
      </div>
    </>
  );
}
