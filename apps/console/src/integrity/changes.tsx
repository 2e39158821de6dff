import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import type { Schemas } from '../api/client.ts';
import { changesQuery } from '../api/queries.ts';
import { Card } from '../ui/basics.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatTime } from '../ui/format.ts';
import { Pager, usePages } from '../ui/pager.tsx';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';

type Change = Schemas['ChangeAnswer'];

const column = createColumnHelper<Change>();

const columns = [
  column.accessor('subject', {
    header: 'Change',
    cell: ({ row: { original } }) => (
      <>
        <span className="font-medium">{original.subject}</span>{' '}
        <span className="text-xs text-muted">{original.kind}</span>
        <Differences {...original} />
      </>
    ),
  }),
  column.accessor('by', {
    header: 'By',
    cell: (cell) => <span className="break-all">{cell.getValue()}</span>,
  }),
  column.accessor('createdAt', {
    header: 'Time',
    cell: (cell) => <span className="text-muted">{formatTime(cell.getValue())}</span>,
    meta: { align: 'right', wideOnly: true },
  }),
];

/** The terms that differ: `price: 120 → 150`. */
function Differences({ before, after }: Change) {
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]),
  );
  return (
    <ul className="text-xs text-muted">
      {names.map((name) => (
        <li key={name} className="break-words">
          {name}: {[before, after].flatMap((terms) => (terms ? [textOf(terms[name])] : [])).join(' → ')}
        </li>
      ))}
      {after === null && <li>removed</li>}
    </ul>
  );
}

function textOf(term: unknown): string {
  return typeof term === 'string' ? term : JSON.stringify(term);
}

/** What administrators changed, newest first. */
export function Changes() {
  const pages = usePages();
  const changes = useQuery(changesQuery(pages.cursor));
  const last = changes.data?.data.at(-1);
  return (
    <Card title="Changes by administrators" flush>
      {changes.isPending && <Loading />}
      {changes.error && (
        <div className="p-4">
          <ProblemNotice error={changes.error} onRetry={() => void changes.refetch()} />
        </div>
      )}
      {changes.data && !last && (
        <EmptyState title="No changes yet">
          Prices, rewards, rates, assets and clients appear here.
        </EmptyState>
      )}
      {changes.data && last && (
        <>
          <DataTable
            columns={columns}
            rows={changes.data.data}
            caption="Changes by administrators, newest first"
            keyOf={({ number }) => String(number)}
          />
          <Pager
            pages={pages}
            next={changes.data.hasMore ? String(last.number) : undefined}
            names={['Newer', 'Older']}
          />
        </>
      )}
    </Card>
  );
}
