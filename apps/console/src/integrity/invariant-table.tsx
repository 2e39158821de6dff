import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Schemas } from '../api/client.ts';
import { Badge } from '../ui/basics.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatAmount, formatDuration } from '../ui/format.ts';
import { invariantSentences } from './invariant-names.ts';

type Invariant = Schemas['InvariantAnswer'];

const column = createColumnHelper<Invariant>();

function columnsFor(finished: boolean) {
  return [
    column.accessor('name', {
      header: 'Invariant',
      cell: ({ row: { original } }) => (
        <>
          <span className="font-medium">{invariantSentences[original.name] ?? original.name}</span>
          <span className="block font-mono text-xs break-words text-muted">
            {original.name}
            <span className="sm:hidden"> · {formatDuration(original.durationMs)}</span>
          </span>
          {original.examples.length > 0 && (
            <span className="mt-1 block font-mono text-xs break-all text-bad">
              {original.examples.join(', ')}
            </span>
          )}
        </>
      ),
    }),
    column.accessor('checked', {
      header: 'Checked',
      cell: (cell) => formatAmount(cell.getValue()),
      meta: { align: 'right' },
    }),
    column.accessor('durationMs', {
      header: 'Time',
      cell: (cell) => <span className="whitespace-nowrap text-muted">{formatDuration(cell.getValue())}</span>,
      meta: { align: 'right', wideOnly: true },
    }),
    column.accessor('violations', {
      header: 'Result',
      cell: ({ row: { original } }) => <Result invariant={original} finished={finished} />,
      meta: { align: 'right' },
    }),
  ];
}

function Result({ invariant: { ok, violations }, finished }: { invariant: Invariant; finished: boolean }) {
  if (!ok) return <Badge tone="bad">✗ {formatAmount(violations)}</Badge>;
  return finished ? <Badge tone="good">✓ holds</Badge> : <Badge>so far</Badge>;
}

export function InvariantTable({ invariants, finished }: { invariants: Invariant[]; finished: boolean }) {
  const columns = useMemo(() => columnsFor(finished), [finished]);
  return (
    <DataTable
      columns={columns}
      rows={invariants}
      caption="Invariants of the ledger"
      keyOf={({ name }) => name}
    />
  );
}
