import type { Schemas } from '../api/client.ts';
import { formatAmount } from '../ui/format.ts';

/** A card per balance. The rest of the page is about the selected one. */
export function AssetCards({
  balances,
  assets,
  selected,
  onSelect,
}: {
  balances: Schemas['AssetBalanceAnswer'][];
  assets: Schemas['AssetAnswer'][];
  selected: string | undefined;
  onSelect: (asset: string) => void;
}) {
  return (
    <div role="group" aria-label="Balances" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {balances.map(({ asset, balance, available, held, owed = 0, version }) => {
        const {
          name = asset,
          decimals = 0,
          retired = false,
        } = assets.find(({ code }) => code === asset) ?? {};
        return (
          <AssetCard
            key={asset}
            asset={asset}
            name={name}
            figure={formatAmount(balance, decimals)}
            note={(retired ? 'retired, ' : '') + usage(version)}
            setAside={held > 0 || owed > 0 ? setAside({ available, held, owed }, decimals) : undefined}
            selected={asset === selected}
            onSelect={onSelect}
          />
        );
      })}
    </div>
  );
}

function usage(version: number): string {
  if (version === 0) return 'never used';
  return `${formatAmount(version)} ${version === 1 ? 'movement' : 'movements'}`;
}

function setAside(figures: { available: number; held: number; owed: number }, decimals: number): string {
  return Object.entries(figures)
    .filter(([name, amount]) => name === 'available' || amount > 0)
    .map(([name, amount]) => `${formatAmount(amount, decimals)} ${name}`)
    .join(', ');
}

export function AssetCard({
  asset,
  name,
  figure,
  note,
  setAside,
  selected,
  onSelect,
}: {
  asset: string;
  name: string;
  figure: string;
  note: string;
  setAside?: string | undefined;
  selected: boolean;
  onSelect: (asset: string) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={selected}
      className={`min-w-0 rounded-lg border bg-surface px-3 py-2.5 text-left sm:px-4 sm:py-3 ${selected ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong'}`}
      onClick={() => {
        onSelect(asset);
      }}
    >
      <span className="flex items-baseline justify-between gap-2 text-xs text-muted">
        <span className="truncate font-medium">{name}</span>
        <span className="font-mono text-[0.7rem] max-sm:hidden">{asset}</span>
      </span>
      <span className="mt-0.5 block truncate text-xl font-semibold tracking-tight sm:text-2xl">{figure}</span>
      {setAside !== undefined && <span className="block text-xs">{setAside}</span>}
      <span className="block text-xs text-muted">{note}</span>
    </button>
  );
}
