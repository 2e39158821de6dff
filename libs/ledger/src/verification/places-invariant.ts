import type { Invariant } from './invariants.js';

/**
 * Every record of a shard has a place, numbered from 1 without a gap up to the head, and times never decrease along places.
 * Covers the tables that capabilities have registered.
 */
export function placesInvariant(tables: readonly string[]): Invariant {
  const recordedIn = (part: string) =>
    tables
      .map((table) => `SELECT place, created_at FROM ${table} WHERE shard = $1${part}`)
      .join(' UNION ALL ');
  return {
    name: 'places-gapless',
    sql: `
      WITH recorded AS (
        ${recordedIn('')}
      )
      SELECT 'shard ' || shard AS subject,
             last <> count(place) OR last_at <> coalesce(max(created_at), last_at) AS bad
      FROM shard_heads LEFT JOIN recorded ON true
      WHERE shard = $1
      GROUP BY shard, last, last_at
      UNION ALL
      SELECT 'place ' || place, place <> number OR coalesce(created_at < created_before, false)
      FROM (
        SELECT place, created_at, row_number() OVER shard AS number, lag(created_at) OVER shard AS created_before
        FROM recorded WINDOW shard AS (ORDER BY place)
      ) AS places`,
    // A head before the verified place has lost records: the number of places is negative then, and none is found.
    sqlOfPart: `
      WITH recorded AS (
        ${recordedIn(' AND place > $2 AND place <= $3')}
      )
      SELECT 'places after ' || $2::bigint AS subject, count(*) <> $3::bigint - $2::bigint AS bad FROM recorded
      UNION ALL
      SELECT 'place ' || place, place <> number + $2::bigint OR coalesce(created_at < created_before, false)
      FROM (
        SELECT place, created_at, row_number() OVER shard AS number, lag(created_at) OVER shard AS created_before
        FROM recorded WINDOW shard AS (ORDER BY place)
      ) AS places`,
  };
}
