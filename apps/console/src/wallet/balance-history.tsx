import { useQuery } from '@tanstack/react-query';
import { movementsQuery } from '../api/statement.ts';
import { BalanceChart } from '../charts/balance-chart.tsx';
import { Card } from '../ui/basics.tsx';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';

export function BalanceHistory({
  userId,
  asset,
  decimals,
}: {
  userId: string;
  asset: string;
  decimals: number;
}) {
  const movements = useQuery(movementsQuery(userId, asset));
  return (
    <Card
      title="Balance over time"
      actions={
        movements.data && movements.data.length > 0 ? (
          <span className="text-xs text-muted">
            {movements.data.length === 1 ? 'one movement' : `last ${movements.data.length} movements`}
          </span>
        ) : undefined
      }
    >
      {movements.isPending && <Loading rows={5} />}
      {movements.error && <ProblemNotice error={movements.error} onRetry={() => void movements.refetch()} />}
      {movements.data?.length === 0 && <EmptyState title={`No ${asset} has moved yet`} />}
      {movements.data && movements.data.length > 0 && (
        <BalanceChart lines={movements.data} decimals={decimals} />
      )}
    </Card>
  );
}
