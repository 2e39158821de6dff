import type { DataSource } from 'typeorm';

/**
 * Cancels the running statement of one of our sessions (PostgreSQL documentation, 9.28.2 Server Signaling Functions). The login
 * may cancel its sessions but the restricted role may not, so the role is reset for this one statement.
 *
 * Never rejects: on failure, the statement's time limit still applies.
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
    // The database is down, or refuses.
  }
}
