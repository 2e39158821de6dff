import type { EconomyFlow } from '@app/ledger';
import type { EntityManager } from 'typeorm';
import { dayMs, type NamedFlow } from './days.js';

/** A flow in one asset on one day. */
export interface NamedFlowOn extends NamedFlow {
  asset: string;
}

/** The places of a shard that belong to one day. */
interface Span {
  shard: number;
  /** Its start in milliseconds, as text. */
  day: string;
  first: string;
  /** The place behind the last one. */
  next: string;
}

type Row = { day: string; asset: string } & Record<'issued' | 'absorbed' | 'count', string>;

/**
 * Sums the rows of registered flows on these days. Times never decrease along the places of a shard, so a day is a span of places in
 * each. Reads the transactions of the flow's types in the span, by their index on type and place, and no other.
 */
export async function readNamedFlows(
  manager: EntityManager,
  {
    groups,
    flows,
    days,
  }: { groups: readonly (readonly number[])[]; flows: readonly EconomyFlow[]; days: readonly Date[] },
): Promise<Map<number, NamedFlowOn[]>> {
  const found = new Map<number, NamedFlowOn[]>(days.map((day) => [day.getTime(), []]));
  if (days.length === 0) return found;
  for (const shards of groups) {
    const spans = await spansOf(manager, shards, days);
    for (const flow of flows) {
      for (const row of await sumsOf(manager, flow, spans)) add(found.get(Number(row.day)), flow, row);
    }
  }
  return found;
}

/** Separate from the sums, because the function reads `transactions`: Citus allows no query inside one on a shard. */
function spansOf(manager: EntityManager, shards: readonly number[], days: readonly Date[]): Promise<Span[]> {
  return manager.query<Span[]>(
    `SELECT shard, day, first_place_since(shard, to_timestamp(day / 1000.0)) AS first,
            first_place_since(shard, to_timestamp((day + ${dayMs}) / 1000.0)) AS next
     FROM unnest($1::smallint[]) AS shards (shard) CROSS JOIN unnest($2::bigint[]) AS days (day)`,
    [shards, days.map((day) => day.getTime())],
  );
}

/** OFFSET 0 stops the planner from flattening the look-ups: see `readTransactionRate`. */
function sumsOf(manager: EntityManager, { types, sql }: EconomyFlow, spans: readonly Span[]): Promise<Row[]> {
  return manager.query<Row[]>(
    `SELECT span.day, flow.asset, sum(flow.issued) AS issued, sum(flow.absorbed) AS absorbed, count(*) AS count
     FROM unnest($2::smallint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS span (shard, day, first, next)
     CROSS JOIN unnest($6::text[]) AS wanted (type)
     CROSS JOIN LATERAL (
       SELECT shard, place, id FROM transactions
       WHERE shard = ANY ($1::smallint[]) AND shard = span.shard AND type = wanted.type
         AND place >= span.first AND place < span.next OFFSET 0
     ) AS t
     CROSS JOIN LATERAL (${sql}) AS flow
     GROUP BY span.day, flow.asset`,
    [
      [...new Set(spans.map(({ shard }) => shard))],
      spans.map(({ shard }) => shard),
      spans.map(({ day }) => day),
      spans.map(({ first }) => first),
      spans.map(({ next }) => next),
      types,
    ],
  );
}

function add(sums: NamedFlowOn[] | undefined, { name }: EconomyFlow, { asset, ...row }: Row): void {
  if (!sums) return;
  let sum = sums.find((each) => each.name === name && each.asset === asset);
  if (!sum) sums.push((sum = { name, asset, issued: 0n, absorbed: 0n, count: 0 }));
  sum.issued += BigInt(row.issued);
  sum.absorbed += BigInt(row.absorbed);
  sum.count += Number(row.count);
}
