import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { freezeUser, unfreezeUser, userQuery } from '../api/queries.ts';
import { Badge, Button } from '../ui/basics.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { TextField } from '../ui/fields.tsx';
import { formatTime } from '../ui/format.ts';
import { ProblemNotice } from '../ui/states.tsx';

/** Shows whether the wallet is frozen, since when and why, and changes that. */
export function FreezeControl({ userId }: { userId: string }) {
  const user = useQuery(userQuery(userId));
  const [asking, setAsking] = useState(false);
  if (user.isPending) return <div className="h-9" />;
  if (user.error) return <ProblemNotice error={user.error} onRetry={() => void user.refetch()} />;
  const { createdAt, frozen, tester } = user.data;
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-2 text-sm ${frozen ? 'rounded-lg border border-line bg-warn-soft px-4 py-2.5' : ''}`}
    >
      <p className="min-w-0">
        {frozen ? (
          <>
            <span className="font-semibold text-warn">Frozen</span> since {formatTime(frozen.since)} by{' '}
            {frozen.by}: <span className="break-words">{frozen.reason}</span>{' '}
            {tester && <Badge>Tester</Badge>}
          </>
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone="good">Active</Badge>
            <span className="text-muted">known since {formatTime(createdAt)}</span>
            {tester && <Badge>Tester</Badge>}
          </span>
        )}
      </p>
      <Button
        kind={frozen ? 'plain' : 'danger'}
        onClick={() => {
          setAsking(true);
        }}
      >
        {frozen ? 'Unfreeze' : 'Freeze'}
      </Button>
      {asking && (
        <ReasonDrawer
          userId={userId}
          frozen={frozen !== null}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

function ReasonDrawer({ userId, frozen, onClose }: { userId: string; frozen: boolean; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: () => (frozen ? unfreezeUser(userId, reason) : freezeUser(userId, reason)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['user', userId] });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Drawer title={`${frozen ? 'Unfreeze' : 'Freeze'} ${userId}`} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <p className="text-sm text-muted">
          {frozen
            ? 'The user can spend, buy and convert again. The reason stays in the history of the wallet.'
            : 'Nothing can be spent, bought or converted until the wallet is unfrozen; credits still arrive. The reason stays in the history of the wallet.'}
        </p>
        <TextField label="Reason" required maxLength={256} value={reason} onValue={setReason} autoFocus />
        {change.error && <ProblemNotice error={change.error} />}
        <div className="flex gap-2">
          <Button type="submit" kind="primary" disabled={change.isPending || reason.trim() === ''}>
            {frozen ? 'Unfreeze the wallet' : 'Freeze the wallet'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Drawer>
  );
}
