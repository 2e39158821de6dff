import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { assetsQuery, economyQuery } from '../api/queries.ts';
import { Card, PageTitle } from '../ui/basics.tsx';
import { formatAmount } from '../ui/format.ts';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';
import { AssetCard } from '../wallet/asset-cards.tsx';
import { AssetEconomy } from './asset-economy.tsx';
import { supplyOf } from './flows.ts';
import { TransactionRate } from './transaction-rate.tsx';

/** The supply of each asset, its sources and its sinks. */
export default function EconomyPage() {
  const [search, setSearch] = useSearchParams();
  const economy = useQuery(economyQuery);
  const assets = useQuery(assetsQuery);
  if (economy.isPending || assets.isPending) return <Loading rows={8} label="Loading the economy" />;
  if (economy.error) return <ProblemNotice error={economy.error} onRetry={() => void economy.refetch()} />;
  if (assets.error) return <ProblemNotice error={assets.error} onRetry={() => void assets.refetch()} />;

  const supplyIn = (code: string) =>
    supplyOf(economy.data.supply.find(({ asset }) => asset === code) ?? { supply: 0 });
  const known = assets.data.data;
  const asked = search.get('asset');
  const selected =
    known.find(({ code }) => code === asked) ?? known.find(({ code }) => code === 'GOLD') ?? known[0];
  return (
    <>
      <PageTitle title="Economy">
        <TransactionRate
          transactionsPerSecond={economy.data.transactionsPerSecond}
          perSecond={economy.data.perSecond}
        />
      </PageTitle>
      {!selected ? (
        <Card>
          <EmptyState title="There is no asset yet">An administrator creates the first one.</EmptyState>
        </Card>
      ) : (
        <div className="space-y-4">
          <div role="group" aria-label="In circulation" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            {known.map(({ code, name, decimals, retired }) => (
              <AssetCard
                key={code}
                asset={code}
                name={name}
                figure={formatAmount(supplyIn(code), decimals)}
                note={retired ? 'in circulation, retired' : 'in circulation'}
                selected={code === selected.code}
                onSelect={(asset) => {
                  setSearch({ asset }, { replace: true });
                }}
              />
            ))}
          </div>
          <AssetEconomy
            key={selected.code}
            asset={selected.code}
            decimals={selected.decimals}
            supply={supplyIn(selected.code)}
          />
        </div>
      )}
    </>
  );
}
