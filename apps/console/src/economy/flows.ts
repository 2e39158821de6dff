import type { Schemas } from '../api/client.ts';
import { exactly } from '../ui/format.ts';

export type Day = Schemas['EconomyDayAnswer'];

/** The system accounts: what they are called as a source and as a sink, and their colours. */
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
  {
    name: 'adjustments',
    source: 'Adjustments up, net',
    sink: 'Adjustments down, net',
    fill: 'fill-chart-5',
    background: 'bg-chart-5',
  },
] as const;

type Flow = Day['flows'][number];

const issuedBy = ({ issued, issuedText }: Flow) => exactly(issued, issuedText);
const absorbedBy = ({ absorbed, absorbedText }: Flow) => exactly(absorbed, absorbedText);

export function flowOf(day: Day, account: string): { issued: bigint; absorbed: bigint } {
  const flow = day.flows.find((each) => each.account === account);
  return flow ? { issued: issuedBy(flow), absorbed: absorbedBy(flow) } : { issued: 0n, absorbed: 0n };
}

export function issuedOn({ flows }: Day): bigint {
  return flows.reduce((sum, flow) => sum + issuedBy(flow), 0n);
}

export function absorbedOn({ flows }: Day): bigint {
  return flows.reduce((sum, flow) => sum + absorbedBy(flow), 0n);
}

export function supplyOf({ supply, supplyText }: { supply: number | null; supplyText?: string }): bigint {
  return exactly(supply, supplyText);
}
