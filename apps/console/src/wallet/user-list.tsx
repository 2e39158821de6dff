import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { Link, useLocation } from 'wouter';
import type { Schemas } from '../api/client.ts';
import { usersQuery } from '../api/queries.ts';
import { Card } from '../ui/basics.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatTime } from '../ui/format.ts';
import { Pager, usePages } from '../ui/pager.tsx';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';

const column = createColumnHelper<Schemas['ListedUserAnswer']>();

const columns = [
  column.accessor('userId', {
    header: 'User',
    cell: (cell) => (
      <Link
        href={`/wallet/${encodeURIComponent(cell.getValue())}`}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {cell.getValue()}
      </Link>
    ),
  }),
  column.accessor('createdAt', {
    header: 'Known since',
    cell: (cell) => <span className="text-muted">{formatTime(cell.getValue())}</span>,
    meta: { align: 'right' },
  }),
];

/** All users, to find an id. */
export function UserList() {
  const pages = usePages();
  const [, navigate] = useLocation();
  const users = useQuery(usersQuery(pages.cursor));
  return (
    <Card title="Known users" flush>
      {users.isPending && <Loading />}
      {users.error && (
        <div className="p-4">
          <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />
        </div>
      )}
      {users.data?.data.length === 0 && (
        <EmptyState title="No users yet">A user appears with the first credit.</EmptyState>
      )}
      {users.data && users.data.data.length > 0 && (
        <>
          <DataTable
            columns={columns}
            rows={users.data.data}
            caption="Known users, by id"
            keyOf={({ userId }) => userId}
            onOpen={({ userId }) => {
              navigate(`/wallet/${encodeURIComponent(userId)}`);
            }}
          />
          <Pager
            pages={pages}
            next={users.data.hasMore ? users.data.data.at(-1)?.userId : undefined}
            names={['Back', 'More']}
          />
        </>
      )}
    </Card>
  );
}
