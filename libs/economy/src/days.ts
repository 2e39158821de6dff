import type { SystemBalance, SystemBalanceAt } from './system-balances-at.js';

/** The flow through one system account in one asset on one day. */
export interface AccountFlow {
  account: string;
  /** Credits that entered circulation, net of what returned through the same account. */
  issued: bigint;
  /** Credits that left circulation, net likewise. One of the two is 0. */
  absorbed: bigint;
  entries: number;
}

/** What a registered flow issued and absorbed, gross. It may be part of the flows of accounts, or have moved nothing. */
export interface NamedFlow {
  name: string;
  issued: bigint;
  absorbed: bigint;
  /** The number of its rows. */
  count: number;
}

/** One day (UTC) of one asset. */
export interface EconomyDay {
  /** `2026-01-31` */
  day: string;
  /** In circulation at the end of the day; for today, now. */
  supply: bigint;
  flows: AccountFlow[];
  /** One per registered flow. */
  namedFlows: NamedFlow[];
}

export const dayMs = 86_400_000;

/** The start of each of the last `days` days, today last. */
export function startsOfDays(days: number, now: Date): Date[] {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  return Array.from({ length: days }, (_, index) => new Date(today - (days - 1 - index) * dayMs));
}

/** The credits in circulation: those the system accounts gave out and have not received back. */
export function supplyOf(balances: readonly SystemBalance[], asset: string): bigint {
  const ofAsset = balances.filter((balance) => balance.asset === asset);
  return -ofAsset.reduce((sum, { balance }) => sum + balance, 0n);
}

/** What is known of the days that begin at `starts`. */
export interface DaysRead {
  starts: readonly Date[];
  /** The first balances open the first day, the last ones are current. */
  balances: readonly (readonly SystemBalanceAt[])[];
  /** The sums of the registered flows on each day. */
  sums: readonly (readonly (NamedFlow & { asset: string })[])[];
}

/** The days of an asset. Every account and every flow of these names is listed, also with nothing. */
export function daysOf(
  asset: string,
  { starts, balances, sums }: DaysRead,
  { accounts, flows }: { accounts: readonly string[]; flows: readonly string[] },
): EconomyDay[] {
  return starts.map((start, index) => {
    const [opening, closing] = [balances[index] ?? [], balances[index + 1] ?? []];
    return {
      day: start.toISOString().slice(0, 10),
      supply: supplyOf(closing, asset),
      flows: accounts.map((account) => flowBetween(opening, closing, { account, asset })),
      namedFlows: flows.map((name) => namedFlowOf(sums[index] ?? [], { name, asset })),
    };
  });
}

function namedFlowOf(
  sums: DaysRead['sums'][number],
  { name, asset }: { name: string; asset: string },
): NamedFlow {
  const { issued, absorbed, count } = sums.find((sum) => sum.name === name && sum.asset === asset) ?? nothing;
  return { name, issued, absorbed, count };
}

const nothing = { issued: 0n, absorbed: 0n, count: 0 };

function flowBetween(
  opening: readonly SystemBalanceAt[],
  closing: readonly SystemBalanceAt[],
  { account, asset }: { account: string; asset: string },
): AccountFlow {
  const [before, after] = [opening, closing].map((balances) =>
    balances.find((balance) => balance.account === account && balance.asset === asset),
  );
  const change = (after?.balance ?? 0n) - (before?.balance ?? 0n);
  return {
    account,
    issued: change < 0n ? -change : 0n,
    absorbed: change > 0n ? change : 0n,
    entries: (after?.entries ?? 0) - (before?.entries ?? 0),
  };
}
