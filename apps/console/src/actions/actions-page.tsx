import * as Tabs from '@radix-ui/react-tabs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { assetsQuery } from '../api/queries.ts';
import { useSession } from '../session/session.ts';
import { Card, PageTitle } from '../ui/basics.tsx';
import { Loading, ProblemNotice } from '../ui/states.tsx';
import { TabList } from '../ui/tab-list.tsx';
import { ActionFields } from './action-fields.tsx';
import { type Action, type ActionForm, actions, requestBody, requestPath } from './actions.ts';
import { KeyControls, newKey, UnsettledControls } from './key-controls.tsx';
import { Transcript } from './transcript.tsx';
import { useWrites } from './use-writes.ts';

/** Moves credits, and shows what went over the wire and what a retry finds. */
export default function ActionsPage() {
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const assets = useQuery(assetsQuery);
  const own = session?.kind === 'player' ? session.name : undefined;
  const offered = actions.filter(
    ({ players, of }) => (players || own === undefined) && (of === undefined || search.has(of)),
  );
  const action =
    offered.find(({ name }) => name === search.get('action')) ?? offered.at(own === undefined ? 2 : 0);
  const [form, setForm] = useState<ActionForm>({
    userId: own ?? search.get('user') ?? 'alice',
    asset: search.get('asset') ?? 'GOLD',
    to: '',
    amount: '30',
    task: '',
    item: '',
    quantity: '1',
    direction: 'credit',
    reason: '',
    expiresIn: '900',
    part: '',
    cause: 'refund',
    hold: search.get('hold') ?? '',
    transaction: search.get('transaction') ?? '',
    reference: '',
    description: '',
  });
  if (assets.isPending) return <Loading rows={8} />;
  if (assets.error) return <ProblemNotice error={assets.error} onRetry={() => void assets.refetch()} />;
  if (!action) return null;
  return (
    <>
      <PageTitle title="Do">
        <p className="text-sm text-muted">
          Every request carries a key, so a retry can never move credits twice.
        </p>
      </PageTitle>
      <Tabs.Root
        value={action.name}
        onValueChange={(name) => {
          const next = new URLSearchParams(search);
          next.set('action', name);
          setSearch(next, { replace: true });
        }}
      >
        <TabList label="What to do" tabs={offered.map(({ name, title }) => ({ value: name, name: title }))} />
        <Tabs.Content value={action.name} className="mt-4 outline-none" tabIndex={-1}>
          <ActionPanel
            key={action.name}
            action={action}
            form={form}
            fixedUser={own !== undefined}
            onForm={setForm}
          />
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}

function ActionPanel({
  action,
  form,
  fixedUser,
  onForm,
}: {
  action: Action;
  form: ActionForm;
  fixedUser: boolean;
  onForm: (form: ActionForm) => void;
}) {
  const writes = useWrites(action.name);
  const [key, setKey] = useState(() => writes.writes?.request.key ?? newKey());
  const request = (requestKey: string) => ({
    path: requestPath(action, form),
    key: requestKey,
    body: requestBody(action, form),
  });
  /** The shown key belongs to a settled request, so the next request is a new operation. */
  const settled = !writes.unsettled && key === writes.writes?.request.key;
  const sendNew = (copies: number) => {
    const taken = settled ? newKey() : key;
    setKey(taken);
    writes.send(form.userId, request(taken), copies);
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[24rem_1fr]">
      <Card title={action.title}>
        <p className="mb-4 text-sm text-muted">{action.says}</p>
        {writes.unsettled ? (
          <UnsettledControls
            value={writes.writes?.request.key ?? key}
            pending={writes.pending}
            onRetry={writes.retry}
            onStartNew={() => {
              writes.clear();
              setKey(newKey());
            }}
          />
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              sendNew(1);
            }}
          >
            <fieldset className="space-y-3" disabled={writes.pending}>
              <ActionFields action={action} form={form} fixedUser={fixedUser} onForm={onForm} />
              <KeyControls
                value={key}
                pending={writes.pending}
                settled={settled}
                onValue={setKey}
                onRetry={writes.retry}
                onSendAtOnce={() => {
                  sendNew(20);
                }}
              />
            </fieldset>
          </form>
        )}
      </Card>
      <Transcript
        writes={writes.writes}
        error={writes.error}
        preview={request(key)}
        userId={writes.writes?.userId ?? form.userId}
      />
    </div>
  );
}
