import type { OperationResult } from '@app/operations';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { BalanceConditions } from '../../request/conditions/balance-conditions.dto.js';
import { assetConditionFaults } from '../../request/conditions/condition-faults.js';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';
import { MayBeLeftOut } from '../../request/validation/rules.js';
import { ValidateWithin } from '../../request/validation/validate-within.js';
import { MayHavePayment, type PaymentBody } from '../payments/payment.dto.js';

export const maxOperations = 20;

const IsListOfOperations = () =>
  ValidateBy({
    name: 'isListOfOperations',
    validator: {
      validate: (value) =>
        Array.isArray(value) && value.length >= 1 && value.length <= maxOperations && value.every(isObject),
      defaultMessage: () => `must be a list of 1 to ${maxOperations} objects`,
    },
  });

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

@ApiExtraModels(BalanceConditions)
export class OperationsBody extends PostingDetails {
  /** `OperationTypes` reads them. The document gets their schemas from `putOperationTypes`. */
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: maxOperations,
    items: { type: 'object' },
    description: 'In the order in which they happen. Their type says which members they have.',
    example: [
      { type: 'topup', asset: 'GOLD', amount: 500 },
      { type: 'bonus', asset: 'LOYALTY', amount: 25 },
    ],
  })
  @IsListOfOperations()
  operations!: object[];

  @MayHavePayment()
  payment?: PaymentBody;

  /** `OperationsController` checks that the operations move these assets. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { allOf: [{ $ref: getSchemaPath(BalanceConditions) }], minProperties: 1 },
    minProperties: 1,
    description:
      'The operations happen only if the balances are like this before them; otherwise they are refused as `precondition-failed`. By the codes of assets that the operations move.',
    example: { GOLD: { maxBalance: 1_000_000 } },
  })
  @MayBeLeftOut()
  @ValidateWithin((conditions) => assetConditionFaults(conditions))
  conditions?: Readonly<Record<string, BalanceConditions>>;
}

export class OperationResultAnswer implements OperationResult {
  @ApiProperty({ example: 'topup' })
  type!: string;

  @ApiProperty({ description: 'For a conversion, the asset converted from.', example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...positiveInteger, example: 500 })
  amount!: number;

  @ApiProperty({ ...naturalInteger, description: "The user's balance after this operation.", example: 570 })
  balance!: number;

  @ApiProperty({ type: 'string', nullable: true, example: null })
  description!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The terms of a purchase, a reward or a conversion.',
    example: {},
  })
  metadata!: Record<string, unknown>;
}

/** What operations add to the answer of a transaction. */
export class OperationsAnswer {
  @ApiPropertyOptional({
    type: [OperationResultAnswer],
    description: 'The outcome of each operation, in order. Only transactions of type `operations` have it.',
  })
  results?: OperationResultAnswer[];
}
