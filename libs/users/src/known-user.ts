/** A DataSource, or the QueryRunner of a transaction. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

export interface UserPlace {
  shard: number;
  userId: string;
}

/** Whether this user exists: registered, or credited at some time and therefore with an account. */
export async function isKnownUser(database: Queryable, { shard, userId }: UserPlace): Promise<boolean> {
  const rows = await database.query<unknown[]>(
    `SELECT 1 FROM users WHERE shard = $1 AND id = $2
     UNION ALL
     SELECT 1 FROM accounts WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2
     LIMIT 1`,
    [shard, userId],
  );
  return rows.length > 0;
}
