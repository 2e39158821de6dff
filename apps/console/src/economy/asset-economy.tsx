import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { economyDaysQuery, holdersQuery } from '../api/queries.ts';
import { FlowChart } from '../charts/flow-chart.tsx';
import { SupplyChart } from '../charts/supply-chart.tsx';
import { Card } from '../ui/basics.tsx';
import { CornerSelect } from '../ui/fields.tsx';
import { Loading, ProblemNotice } from '../ui/states.tsx';
import { DaysTable } from './days-table.tsx';
import { Holders } from './holders.tsx';
import { Totals } from './totals.tsx';

const windows = [7, 30, 90].map((days) => ({ value: String(days), label: `${days} days` }));

/** One asset, day by day. */
export function AssetEconomy({
  asset,
  decimals,
  supply,
}: {
  asset: string;
  decimals: number;
  supply: bigint;
}) {
  const [days, setDays] = useState(30);
  const history = useQuery(economyDaysQuery(asset, days));
  const holders = useQuery(holdersQuery(asset));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
      <div className="min-w-0 space-y-4">
        <Card
          title={`Sources and sinks of ${asset}, per day`}
          actions={
            <CornerSelect
              label="Window"
              choices={windows}
              value={String(days)}
              onValue={(chosen) => {
                setDays(Number(chosen));
              }}
            />
          }
        >
          {history.isPending && <Loading rows={7} />}
          {history.error && <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />}
          {history.data && (
            <>
              <FlowChart days={history.data.days} decimals={decimals} />
              <DaysTable days={history.data.days} decimals={decimals} />
            </>
          )}
        </Card>
        <Card title={`${asset} in circulation`}>
          {history.data ? <SupplyChart days={history.data.days} decimals={decimals} /> : <Loading rows={4} />}
        </Card>
      </div>
      <div className="min-w-0 space-y-4">
        {history.data && <Totals days={history.data.days} decimals={decimals} />}
        <Card title="Largest holders" flush>
          {holders.isPending && <Loading rows={5} />}
          {holders.error && (
            <div className="p-4">
              <ProblemNotice error={holders.error} onRetry={() => void holders.refetch()} />
            </div>
          )}
          {holders.data && <Holders holders={holders.data} supply={supply} decimals={decimals} />}
        </Card>
      </div>
    </div>
  );
}
