import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { BalanceConditions } from '../../request/conditions/balance-conditions.dto.js';
import { assetConditionFaults } from '../../request/conditions/condition-faults.js';
import type { FieldError } from '../../request/problems/problem.js';
import { IsAmount, IsAssetCode, MayBeLeftOut } from '../../request/validation/rules.js';
import { ValidateWithin } from '../../request/validation/validate-within.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';
import { positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

export class ConversionRateAnswer {
  @ApiProperty({ example: 'SILVER' })
  from!: string;

  @ApiProperty({ example: 'GOLD' })
  to!: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'The smallest amount that can be converted. Larger amounts must be multiples of it.',
    example: 50,
  })
  fromAmount!: number;

  @ApiProperty({ ...positiveInteger, description: 'The amount received for `fromAmount`.', example: 1 })
  toAmount!: number;
}

export class ConversionRatePage extends PageOf(ConversionRateAnswer) {}

export class ConversionRateParams {
  @ApiProperty({ description: 'The code of the asset to convert from.', example: 'SILVER' })
  @IsAssetCode()
  from!: string;

  @ApiProperty({ description: 'The code of the asset to convert to.', example: 'GOLD' })
  @IsAssetCode()
  to!: string;
}

export class ConversionRateBody {
  @ApiProperty({
    ...positiveInteger,
    description: 'The smallest amount that can be converted. Larger amounts must be multiples of it.',
    example: 50,
  })
  @IsAmount()
  fromAmount!: number;

  @ApiProperty({ ...positiveInteger, description: 'The amount received for `fromAmount`.', example: 1 })
  @IsAmount()
  toAmount!: number;
}

@ApiExtraModels(BalanceConditions)
export class ConversionBody extends PostingDetails {
  @ApiProperty({ description: 'The code of the asset to convert from.', example: 'SILVER' })
  @IsAssetCode()
  from!: string;

  @ApiProperty({ description: 'The code of the asset to convert to.', example: 'GOLD' })
  @IsAssetCode()
  to!: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'The amount to convert. A multiple of the `fromAmount` of the rate.',
    example: 50,
  })
  @IsAmount()
  amount!: number;

  @ApiPropertyOptional({
    ...positiveInteger,
    description:
      'The smallest amount to receive. If the rate gives less now, the conversion is refused as `precondition-failed`.',
    example: 1,
  })
  @MayBeLeftOut()
  @IsAmount()
  minReceived?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { allOf: [{ $ref: getSchemaPath(BalanceConditions) }], minProperties: 1 },
    minProperties: 1,
    maxProperties: 2,
    description:
      'The conversion happens only if the balances are like this before it; otherwise it is refused as `precondition-failed`. By the codes of the two assets.',
    example: { SILVER: { minBalance: 50 } },
  })
  @MayBeLeftOut()
  @ValidateWithin(faultsOfConversion)
  conditions?: Readonly<Record<string, BalanceConditions>>;
}

function faultsOfConversion(conditions: unknown, body: Partial<ConversionBody>): FieldError[] {
  return assetConditionFaults(conditions, [body.from, body.to]);
}
