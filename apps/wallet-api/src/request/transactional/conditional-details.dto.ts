import { ApiProperty } from '@nestjs/swagger';
import { BalanceConditions } from '../conditions/balance-conditions.dto.js';
import { conditionFaults } from '../conditions/condition-faults.js';
import { MayBeLeftOut } from '../validation/rules.js';
import { ValidateWithin } from '../validation/validate-within.js';
import { PostingDetails } from './posting-details.dto.js';

/** Optional details of a posting that moves one asset. */
export class ConditionalDetails extends PostingDetails {
  @ApiProperty({
    type: BalanceConditions,
    required: false,
    minProperties: 1,
    description:
      'The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.',
    example: { maxBalance: 1_000_000 },
  })
  @MayBeLeftOut()
  @ValidateWithin(conditionFaults)
  conditions?: BalanceConditions;
}
