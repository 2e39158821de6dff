import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { assetsQuery, walletQuery } from '../api/queries.ts';
import { useSession } from '../session/session.ts';
import { Card, PageTitle } from '../ui/basics.tsx';
import { decimalsOf } from '../ui/format.ts';
import { EmptyState, Loading, ProblemNotice } from '../ui/states.tsx';
import { AssetCards } from './asset-cards.tsx';
import { BalanceAt } from './balance-at.tsx';
import { BalanceHistory } from './balance-history.tsx';
import { FindUser } from './find-user.tsx';
import { FreezeControl } from './freeze-control.tsx';
import { MoveCredits } from './move-credits.tsx';
import { OpenHolds } from './open-holds.tsx';
import { Statement } from './statement.tsx';
import { TransactionDrawer } from './transaction-drawer.tsx';
import { UserList } from './user-list.tsx';

/** The wallet of one user: balances, movements, and the proof of each movement. */
export default function WalletPage({ userId }: { userId: string | undefined }) {
  const session = useSession();
  const [, navigate] = useLocation();
  const own = session?.kind === 'player' ? session.name : undefined;
  const shown = own ?? userId;
  return (
    <>
      <PageTitle title={shown ?? 'Wallet'}>
        {own === undefined && (
          <FindUser
            key={shown}
            initial={shown}
            onFind={(found) => {
              navigate(`/wallet/${encodeURIComponent(found)}`);
            }}
          />
        )}
      </PageTitle>
      {shown === undefined ? <UserList /> : <UserWallet key={shown} userId={shown} />}
    </>
  );
}

function UserWallet({ userId }: { userId: string }) {
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const wallet = useQuery(walletQuery(userId));
  const assets = useQuery(assetsQuery);
  if (wallet.isPending || assets.isPending) return <Loading rows={8} label="Loading the wallet" />;
  if (wallet.error) return <ProblemNotice error={wallet.error} onRetry={() => void wallet.refetch()} />;
  if (assets.error) return <ProblemNotice error={assets.error} onRetry={() => void assets.refetch()} />;

  const { balances } = wallet.data;
  const asked = search.get('asset');
  const selected = balances.find(({ asset }) => asset === asked) ?? mostUsed(balances);
  const decimals = decimalsOf(selected?.asset, assets.data.data);
  const openTransaction = search.get('transaction');
  const change = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return (
    <div className="space-y-4">
      {session?.kind === 'client' && <FreezeControl userId={userId} />}
      <AssetCards
        balances={balances}
        assets={assets.data.data}
        selected={selected?.asset}
        onSelect={(asset) => {
          change({ asset });
        }}
      />
      {selected ? (
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
          <div className="min-w-0 space-y-4">
            <BalanceHistory userId={userId} asset={selected.asset} decimals={decimals} />
            <Statement
              key={selected.asset}
              userId={userId}
              asset={selected.asset}
              decimals={decimals}
              filterable={session?.kind === 'client'}
              onOpen={(transaction) => {
                change({ transaction });
              }}
            />
          </div>
          <div className="min-w-0 space-y-4">
            <BalanceAt userId={userId} asset={selected.asset} decimals={decimals} />
            <OpenHolds userId={userId} asset={selected.asset} decimals={decimals} />
            <MoveCredits
              userId={userId}
              asset={selected.asset}
              retired={assets.data.data.some(({ code, retired }) => code === selected.asset && retired)}
            />
          </div>
        </div>
      ) : (
        <Card>
          <EmptyState title="No account yet">The first credit opens one.</EmptyState>
        </Card>
      )}
      {openTransaction !== null && (
        <TransactionDrawer
          key={openTransaction}
          id={openTransaction}
          assets={assets.data.data}
          provable={session?.kind === 'client'}
          onClose={() => {
            change({ transaction: undefined });
          }}
        />
      )}
    </div>
  );
}

function mostUsed<B extends { version: number }>(balances: B[]): B | undefined {
  return balances.reduce<B | undefined>(
    (best, balance) => (best === undefined || balance.version > best.version ? balance : best),
    undefined,
  );
}
