import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { type StatementLine, statementQuery } from '../api/statement.ts';
import { Card } from '../ui/basics.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { CornerSelect } from '../ui/fields.tsx';
import { formatAmount, formatSigned, formatTime, knownTypes, nameOfType } from '../ui/format.ts';
import { Pager, usePages } from '../ui/pager.tsx';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';

interface Props {
  userId: string;
  asset: string;
  decimals: number;
  /** Whether the caller may ask for the transactions of one type. */
  filterable: boolean;
  onOpen: (transactionId: string) => void;
}

const column = createColumnHelper<StatementLine>();

function columnsFor(decimals: number, onOpen: (transactionId: string) => void) {
  return [
    column.accessor('version', {
      header: '#',
      cell: (cell) => <span className="text-muted">{formatAmount(cell.getValue())}</span>,
      meta: { wideOnly: true },
    }),
    column.accessor('type', {
      header: 'Movement',
      cell: ({ row: { original: line } }) => (
        <>
          <button
            type="button"
            className="text-left font-medium underline-offset-2 hover:underline"
            onClick={(event) => {
              event.stopPropagation();
              onOpen(line.transactionId);
            }}
          >
            {nameOfType(line.type)}
          </button>
          {(line.description ?? line.reference) !== null && (
            <span className="block text-xs break-words text-muted">
              {[line.description, line.reference].filter((text) => text !== null).join(' · ')}
            </span>
          )}
          <span className="block text-xs text-muted sm:hidden">{formatTime(line.createdAt)}</span>
        </>
      ),
    }),
    column.accessor('createdAt', {
      header: 'Time',
      cell: (cell) => (
        <span className="whitespace-nowrap text-muted" title={cell.getValue()}>
          {formatTime(cell.getValue())}
        </span>
      ),
      meta: { wideOnly: true },
    }),
    column.accessor('amount', {
      header: 'Amount',
      cell: ({ row: { original: line } }) => (
        <span className={`font-medium whitespace-nowrap ${line.direction === 'credit' ? 'text-good' : ''}`}>
          {formatSigned(line.direction === 'credit' ? line.amount : -line.amount, decimals)}
        </span>
      ),
      meta: { align: 'right' },
    }),
    column.accessor('balanceAfter', {
      header: 'Balance',
      cell: (cell) => <span className="whitespace-nowrap">{formatAmount(cell.getValue(), decimals)}</span>,
      meta: { align: 'right' },
    }),
  ];
}

const everyType = [{ value: '', label: 'All movements' }].concat(
  knownTypes.map((type) => ({ value: type, label: nameOfType(type) })),
);

/** Every movement of the account with the balance after it, newest first. */
export function Statement({ filterable, ...props }: Props) {
  const [type, setType] = useState('');
  return (
    <Card
      flush
      title="Statement"
      actions={
        filterable ? (
          <CornerSelect label="Show" choices={everyType} value={type} onValue={setType} />
        ) : undefined
      }
    >
      <Lines key={type} type={type} {...props} />
    </Card>
  );
}

function Lines({ userId, asset, decimals, type, onOpen }: Omit<Props, 'filterable'> & { type: string }) {
  const pages = usePages();
  const page = useQuery(statementQuery({ userId, asset, type, startingAfter: pages.cursor }));
  const columns = useMemo(() => columnsFor(decimals, onOpen), [decimals, onOpen]);
  if (page.isPending) return <Loading rows={6} label="Loading the statement" />;
  if (page.error) {
    return (
      <div className="p-4">
        <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />
      </div>
    );
  }
  if (page.data.lines.length === 0) {
    return (
      <EmptyState
        title={type === '' ? 'Nothing has moved yet' : `No ${nameOfType(type).toLowerCase()} in ${asset}`}
      >
        {type === '' ? 'The first credit or debit appears here.' : 'Choose another kind of movement.'}
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        columns={columns}
        rows={page.data.lines}
        caption={`Movements of ${userId} in ${asset}, newest first`}
        keyOf={({ version }) => String(version)}
        onOpen={({ transactionId }) => {
          onOpen(transactionId);
        }}
      />
      <Pager pages={pages} next={page.data.next} names={['Newer', 'Older']} />
    </>
  );
}
