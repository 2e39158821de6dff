import type { Schemas } from '../api/client.ts';

export type Day = Schemas['EconomyDayAnswer'];

/** The system accounts in words of the game, each in its colour, wherever it appears. */
export const accounts = [
  {
    name: 'treasury',
    source: 'Top-ups',
    sink: 'Into the treasury',
    fill: 'fill-chart-1',
    background: 'bg-chart-1',
  },
  {
    name: 'promotions',
    source: 'Bonuses and tasks',
    sink: 'Into promotions',
    fill: 'fill-chart-2',
    background: 'bg-chart-2',
  },
  {
    name: 'revenue',
    source: 'Out of revenue',
    sink: 'Spends and items',
    fill: 'fill-chart-3',
    background: 'bg-chart-3',
  },
  {
    name: 'exchange',
    source: 'Conversions in, net',
    sink: 'Conversions out, net',
    fill: 'fill-chart-4',
    background: 'bg-chart-4',
  },
] as const;

export function flowOf(day: Day, account: string) {
  return (
    day.flows.find((flow) => flow.account === account) ?? { account, issued: 0, absorbed: 0, entries: 0 }
  );
}

export function issuedOn({ flows }: Day): number {
  return flows.reduce((sum, { issued }) => sum + issued, 0);
}

export function absorbedOn({ flows }: Day): number {
  return flows.reduce((sum, { absorbed }) => sum + absorbed, 0);
}
