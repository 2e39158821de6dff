import type { Schemas } from '../api/client.ts';

/** An amount for display: thousands separators, and the decimals of its asset. */
export function formatAmount(amount: number | bigint, decimals = 0): string {
  if (decimals === 0) return integer.format(amount);
  // Assembled as text: a division would round an exact amount.
  const digits = String(amount)
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const whole = integer.format(BigInt(digits.slice(0, -decimals)));
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-decimals)}`;
}

/** The number of decimals of an asset; 0 for an unknown one. */
export function decimalsOf(asset: string | undefined, assets: readonly Schemas['AssetAnswer'][]): number {
  return assets.find(({ code }) => code === asset)?.decimals ?? 0;
}

/** A figure that a JSON number may be unable to carry exactly: the number, or its digits where that is `null`. */
export function exactly(number: number | null, digits: string | undefined): bigint {
  return BigInt(number ?? digits ?? 0);
}

const integer = new Intl.NumberFormat('en');

export function formatSigned(amount: number | bigint, decimals = 0): string {
  return `${amount > 0 ? '+' : ''}${formatAmount(amount, decimals)}`.replace('-', '−');
}

/** 1 234 567 as 1.2M: for axes, where the exact figure is in the table. */
export function formatShort(amount: number, decimals = 0): string {
  return short.format(amount / 10 ** decimals).replace('-', '−');
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

const dateTime = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function formatTime(iso: string): string {
  return dateTime.format(new Date(iso));
}

const dayOnly = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day such as `2026-01-31`, which is always in UTC. */
export function formatDay(day: string): string {
  return dayOnly.format(new Date(`${day}T00:00:00Z`));
}

export function formatDuration(ms: number): string {
  return ms < 1_000 ? `${integer.format(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** The label of a transaction type. An unknown type is shown as it is. */
export function nameOfType(type: string): string {
  return typeNames[type] ?? stillNames[type] ?? type;
}

const typeNames: Record<string, string> = {
  topup: 'Top-up',
  bonus: 'Bonus',
  spend: 'Spend',
  conversion: 'Conversion',
  purchase: 'Purchase',
  reward: 'Task reward',
  operations: 'Several operations',
  adjustment: 'Adjustment',
  capture: 'Capture of a hold',
  reversal: 'Reversal',
  reinstatement: 'Reinstatement',
  repayment: 'Repayment of debt',
};

/** Types that move nothing, so no statement has them. */
const stillNames: Record<string, string> = {
  hold: 'Hold',
  void: 'Void of a hold',
  lapse: 'Lapse of a hold',
  forgiveness: 'Forgiveness of debt',
};

/** The label of the actor of a transaction. A player needs no id: they act on one wallet only. */
export function nameOfActor({ kind, id }: Schemas['ActorAnswer']): string {
  return kind === 'player' ? 'the player' : kind === 'house' ? `the house (${id})` : `client ${id}`;
}

/** The types that move credits. */
export const knownTypes = Object.keys(typeNames);
