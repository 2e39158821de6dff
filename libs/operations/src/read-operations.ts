import type { ShownAs } from '@app/ledger';
import type { RecordedOperation } from './recorded-operation.js';

interface Row extends RecordedOperation {
  transactionId: string;
}

/** The operations of these transactions, in their order. */
export const readOperations: ShownAs<RecordedOperation>['read'] = async (database, shards, ids) => {
  const rows = await database.query<Row[]>(
    `SELECT transaction_id AS "transactionId", position, type, first_leg AS "firstLeg", legs, description,
            metadata::text AS metadata
     FROM transaction_operations
     WHERE shard = ANY ($1::smallint[]) AND transaction_id = ANY ($2::uuid[])
     ORDER BY transaction_id, position`,
    [shards, ids],
  );
  return rows.map(({ transactionId, ...data }) => ({ transactionId, data }));
};
