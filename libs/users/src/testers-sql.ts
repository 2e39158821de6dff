/**
 * SQL that joins the row `testers` with the column `tester` to each row of `wanted`, which has the columns `shard` and `user_id`.
 * NULL for a user who is not registered. `shards` is the parameter with all these shards.
 */
export function joinTesters(wanted: string, shards: string): string {
  return `
    LEFT JOIN LATERAL (
      SELECT tester FROM users
      WHERE shard = ${wanted}.shard AND shard = ANY (${shards}::smallint[]) AND id = ${wanted}.user_id
    ) AS testers ON true`;
}
