/**
 * SQL that is true for a table that is neither distributed nor a reference table, nor a shard of one. Citus registers a new table
 * with a foreign key to a reference table as one of the coordinator, with `repmodel` `s`.
 */
export function isUnmanaged(relation: string): string {
  return `NOT relation_is_a_known_shard(${relation}) AND NOT EXISTS (
            SELECT FROM pg_dist_partition WHERE logicalrelid = ${relation} AND (partmethod = 'h' OR repmodel = 't'))`;
}
