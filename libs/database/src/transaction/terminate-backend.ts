import type { DataSource } from 'typeorm';

/**
 * Terminates a backend that stopped answering in the middle of a transaction. PostgreSQL cannot know that its client is gone: if
 * that happened inside a statement, no server timeout applies, and its locks on keys and accounts would block every later batch
 * for as long as the connection lives.
 *
 * Never rejects: on failure, the server's limits remain. The login may terminate its sessions but the restricted role may not, so
 * the role is reset for this one statement. If the process id now belongs to another session of the service, that session's batch
 * runs again.
 */
export async function terminateBackend(dataSource: DataSource, processId: number): Promise<void> {
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL ROLE NONE`);
      await manager.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE pid = $1 AND usename = session_user AND application_name = current_setting('application_name')`,
        [processId],
      );
    });
  } catch {
    // The database is down, or refuses.
  }
}
