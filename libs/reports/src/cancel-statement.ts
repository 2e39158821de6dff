import type { DataSource } from 'typeorm';

/**
 * Cancels what a session of ours is doing (PostgreSQL documentation, 9.28.2 Server Signaling Functions). A login may cancel
 * its own sessions, the restricted role may not: the role is set aside for this one statement.
 *
 * Never rejects: where it cannot be done, the time limit of the statement is what is left.
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
    // The database is away, or does not let us.
  }
}
