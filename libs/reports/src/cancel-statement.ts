import type { DataSource } from 'typeorm';

/**
 * Cancels the statement that one of our sessions is running (PostgreSQL documentation, 9.28.2 Server Signaling Functions). A
 * login may cancel its own sessions, the restricted role may not, so it is set aside for this one statement.
 *
 * Never rejects: if it fails, the time limit of the statement still applies.
 */
export async function cancelStatement(dataSource: DataSource, processId: number): Promise<void> {
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL ROLE NONE`);
      await manager.query(
        `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
         WHERE pid = $1 AND usename = session_user AND datname = current_database()`,
        [processId],
      );
    });
  } catch {
    // The database is away, or refuses.
  }
}
