import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { balanceAtQuery } from '../api/queries.ts';
import { Card } from '../ui/basics.tsx';
import { TextField } from '../ui/fields.tsx';
import { formatAmount, formatTime } from '../ui/format.ts';
import { Loading, ProblemNotice } from '../ui/states.tsx';

/** The balance at a chosen moment. */
export function BalanceAt({ userId, asset, decimals }: { userId: string; asset: string; decimals: number }) {
  const [local, setLocal] = useState(() => toLocalInput(new Date(Date.now() - 86_400_000)));
  const chosen = new Date(local);
  const isTime = !Number.isNaN(chosen.getTime());
  return (
    <Card title="Balance at a moment">
      <TextField
        label="Date and time, as on your clock"
        type="datetime-local"
        step={1}
        value={local}
        onValue={setLocal}
      />
      <div className="mt-3 min-h-20" aria-live="polite">
        {isTime ? (
          <Answer userId={userId} asset={asset} at={chosen.toISOString()} decimals={decimals} />
        ) : (
          <p className="text-sm text-muted">Choose a date and a time.</p>
        )}
      </div>
    </Card>
  );
}

function Answer({ decimals, ...account }: { userId: string; asset: string; at: string; decimals: number }) {
  const balance = useQuery(balanceAtQuery(account));
  if (balance.isPending) return <Loading rows={2} />;
  if (balance.error) return <ProblemNotice error={balance.error} />;
  const { balance: amount, version, updatedAt } = balance.data;
  return (
    <>
      <p className="text-2xl font-semibold tracking-tight">
        {formatAmount(amount, decimals)}{' '}
        <span className="text-sm font-normal text-muted">{account.asset}</span>
      </p>
      <p className="mt-1 text-sm text-muted">
        {updatedAt === null
          ? 'Before the first movement of this account.'
          : `As movement ${formatAmount(version)} left it on ${formatTime(updatedAt)}.`}
      </p>
    </>
  );
}

/** An instant in the format of `<input type="datetime-local">`. */
function toLocalInput(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}
