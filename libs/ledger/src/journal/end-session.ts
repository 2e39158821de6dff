import type { DataSource } from 'typeorm';

/**
 * Ends a session of ours that fell silent in the middle of a transaction. PostgreSQL cannot know that nobody will go on with
 * it: where the silence began inside a statement, no timeout of the server counts, and its locks on keys and accounts would
 * stand in the way of every later batch for as long as the connection lives.
 *
 * Never rejects: where it cannot be done, the server's own limits are what is left. The login may end its own sessions, the
 * restricted role may not, so that the role is set aside for this one statement. Should the number have passed to
 * another session of the service meanwhile, that one's batch runs again.
 */
export async function endSession(dataSource: DataSource, processId: number): Promise<void> {
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
    // The database is away, or does not let us.
  }
}
