import { ApiProperty } from '@nestjs/swagger';
import { positiveInteger } from '../../request/figures/integers.js';
import { type OperationType, operationType } from '../../request/operations/operation-type.js';
import { IsAmount, IsAssetCode } from '../../request/validation/rules.js';
import { flowPosting } from './flows.js';

class FlowMembers {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  asset!: string;

  @ApiProperty({ ...positiveInteger, description: 'In whole minor units.', example: 30 })
  @IsAmount()
  amount!: number;
}

const flowOperation = (
  type: 'topup' | 'bonus' | 'spend',
  { scope, problems = [] }: { scope: OperationType['scope']; problems?: OperationType['problems'] },
) =>
  operationType({
    scope,
    problems,
    members: FlowMembers,
    describe: (userId, { asset, amount }) => flowPosting(type, { userId, asset }, { amount }),
  });

/** The basic flows as operations. */
export const flowOperations = {
  topup: flowOperation('topup', { scope: 'wallet:credit', problems: ['asset-retired'] }),
  bonus: flowOperation('bonus', { scope: 'wallet:credit', problems: ['asset-retired'] }),
  spend: flowOperation('spend', { scope: 'wallet:spend' }),
};
