import { canonicalJson } from '@app/idempotency';
import type { GroupRule } from '@app/ledger';
import { recordedOperation } from './recorded-operation.js';

/** Operations of one user that happen all or none, recorded in their order. */
export const operationGroup: GroupRule = {
  name: 'operations',
  record: (operations) =>
    operations.map(({ type, firstLeg, legs, description, metadata }, position) =>
      recordedOperation({
        position,
        type,
        firstLeg,
        legs: legs.length,
        description,
        metadata: canonicalJson(metadata),
      }),
    ),
};
