import { sqlState } from '../sql-state.js';

/** Why a PostgreSQL that can be reached writes nothing. */
export type WriteRefusal = 'database-read-only' | 'database-disk-full' | 'database-starting-up';

/** By SQLSTATE: read_only_sql_transaction, disk_full, cannot_connect_now (PostgreSQL documentation, Appendix A). */
const refusals: Partial<Record<string, WriteRefusal>> = {
  '25006': 'database-read-only',
  '53100': 'database-disk-full',
  '57P03': 'database-starting-up',
};

/** `undefined` for any other error. */
export function writeRefusalOf(error: unknown): WriteRefusal | undefined {
  return refusals[sqlState(error) ?? ''];
}
