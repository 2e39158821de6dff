import type { EffectKind } from '@app/ledger';
import { operationsAsHashed } from './operation-invariants.js';
import { readOperations } from './read-operations.js';
import { effectName, type RecordedOperation } from './recorded-operation.js';
import { resultsOf } from './operation-results.js';

/** Operations are recorded with the transaction that consists of them. */
export const operationEffects: EffectKind<RecordedOperation> = {
  name: effectName,
  texts: ({ position, type, firstLeg, legs, description, metadata }) => [
    String(position),
    type,
    String(firstLeg),
    String(legs),
    description,
    metadata,
  ],

  write: (queryRunner, effects) => {
    const shards = effects.map(({ shard }) => shard);
    const column = <Member extends keyof RecordedOperation>(member: Member) =>
      effects.map(({ data }) => data[member]);
    return queryRunner.query(
      `INSERT INTO transaction_operations
         (shard, transaction_id, position, type, first_leg, legs, description, metadata)
       SELECT shards.shard, transaction_id, position, type, first_leg, legs, description, metadata
       FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::text[], $5::smallint[], $6::smallint[], $7::text[], $8::json[])
            AS operation (shard, transaction_id, position, type, first_leg, legs, description, metadata)
       JOIN shards ON shards.shard = operation.shard AND shards.shard = ANY ($9::smallint[])`,
      [
        shards,
        effects.map(({ transactionId }) => transactionId),
        column('position'),
        column('type'),
        column('firstLeg'),
        column('legs'),
        column('description'),
        column('metadata'),
        [...new Set(shards)],
      ],
    );
  },

  invariant: operationsAsHashed,

  shownAs: {
    read: readOperations,
    members: (operations, transaction) => ({ results: resultsOf(operations, transaction) }),
  },
};
