import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Schemas } from '../api/client.ts';
import { Badge } from '../ui/basics.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatAmount, formatDuration } from '../ui/format.ts';

type Invariant = Schemas['InvariantAnswer'];

/** Each invariant in a sentence. An unknown one is shown by its name. */
const invariantSentences: Record<string, string> = {
  'places-gapless': 'Every record of a shard has a place, counted from 1 without gaps, in order of time.',
  'versions-gapless': 'Every account counts its entries from 1 without gaps.',
  'balances-equal-entries': 'The balance of an account is the sum of its entries.',
  'entries-consecutive':
    'Every entry leads from the balance before it to the one after, never below zero, never back in time.',
  'hash-chain': 'Every entry carries the hash over itself, its transaction and the hash before it.',
  'hash-chain-heads': 'Every account points at the end of its hash chain.',
  'transactions-balanced': 'Every transaction sums to zero between one user and the system.',
  'assets-balanced': 'All balances of an asset sum to zero: no credit appeared or vanished.',
  'keyless-transactions-are-of-the-house': 'Only bookings of the service itself have no key.',
  'keys-point-at-transactions': 'Every used key points at its transaction.',
  'wallets-frozen-as-a-whole': 'Every account of a frozen wallet is frozen, and none of another.',
  'freezes-take-turns': 'Freezes and releases alternate in the history of a wallet.',
  'completions-point-at-rewards':
    'Every completion of a task belongs to the reward that recorded it, and every reward has its record.',
  'rewards-are-completions': 'Every reward of a limited task was paid for a different completion.',
  'payments-point-at-transactions':
    'Every payment belongs to the transaction that credited it, as the caller gave it.',
  'holds-as-hashed': 'Every event of a hold belongs to its transaction, which moved what was captured.',
  'holds-add-up': 'The events of a hold add up to it, and none captures after its expiry.',
  'held-by-open-holds': 'What an account holds is what is left of its open holds.',
  'payments-have-their-owner': 'Every credited payment belongs to the user who was credited.',
  'operations-as-hashed': 'The operations of every transaction are as they were recorded with it.',
  'operations-cover-their-legs':
    'The operations of a transaction are numbered without a gap and move all its credits.',
  'reversals-as-hashed': 'Every reversal and reinstatement is as it was recorded with its transaction.',
  'reversals-add-up':
    'The reversals of a transaction are numbered without a gap, and take no more than it moved.',
  'reversals-match-transactions':
    'A reversal moves and owes what it says, between the accounts of its original.',
  'debts-as-hashed': 'Every change of a debt is as it was recorded with its transaction.',
  'debts-add-up': 'The changes of the debts of an account are numbered without a gap and add up.',
  'debts-match-transactions': 'Every change of a debt belongs to the transaction that made it.',
  'owed-equals-debts': 'Every account owes what its debts say.',
  'users-in-their-shard': 'Every user is in the shard in which look-ups search.',
};

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
