import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.ts';
import { assetsQuery, verifyAccount } from '../api/queries.ts';
import { Badge, Button, Card, Fact } from '../ui/basics.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { formatAmount, formatDuration } from '../ui/format.ts';
import { ProblemNotice } from '../ui/states.tsx';

/** Proves one account: every entry, every hash, from the first to the head. */
export function AccountChain() {
  const assets = useQuery(assetsQuery);
  const [userId, setUserId] = useState('alice');
  const [asset, setAsset] = useState('GOLD');
  const check = useMutation({ mutationFn: verifyAccount });
  return (
    <Card title="Chain of one account">
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate({ userId: userId.trim(), asset });
        }}
      >
        <TextField label="User id" required value={userId} onValue={setUserId} />
        <SelectField
          label="Asset"
          value={asset}
          choices={(assets.data?.data ?? []).map(({ code, name }) => ({
            value: code,
            label: `${name} (${code})`,
          }))}
          onValue={setAsset}
        />
        <Button type="submit" className="w-full" disabled={check.isPending}>
          {check.isPending ? 'Checking …' : 'Verify the chain'}
        </Button>
      </form>
      <div aria-live="polite" className="mt-4 empty:mt-0">
        {check.error && <ProblemNotice error={check.error} />}
        {check.data && <Report report={check.data} />}
      </div>
    </Card>
  );
}

function Report({ report }: { report: Schemas['AccountVerificationAnswer'] }) {
  const { userId, asset, ok, entries, violations, examples, headOk, headHash, durationMs } = report;
  return (
    <>
      <p className="flex items-center gap-2 font-semibold">
        <Badge tone={ok ? 'good' : 'bad'}>{ok ? '✓ intact' : '✗ rewritten'}</Badge> {userId} · {asset}
      </p>
      <dl className="mt-2 divide-y divide-line">
        <Fact name="Entries">
          {formatAmount(entries)} in {formatDuration(durationMs)}
        </Fact>
        <Fact name="Wrong">
          {violations === 0 ? 'none' : `${formatAmount(violations)}: entry ${examples.join(', ')}`}
        </Fact>
        <Fact name="Head">{headOk ? 'agrees with the last entry' : 'differs from the last entry'}</Fact>
        <Fact name="Head hash">
          <CopyButton text={headHash} label="Copy head hash" />
        </Fact>
      </dl>
    </>
  );
}
