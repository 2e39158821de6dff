import { maxAmount } from '@app/accounts';
import { ApiProperty } from '@nestjs/swagger';
import { IsAmount, IsAssetCode } from '../../request/validation/rules.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';

const amount = { type: 'integer', format: 'int64', minimum: 1, maximum: maxAmount } as const;

export class ConversionRateAnswer {
  @ApiProperty({ example: 'SILVER' })
  from!: string;

  @ApiProperty({ example: 'GOLD' })
  to!: string;

  @ApiProperty({ ...amount, description: 'So much is given, or a whole multiple of it.', example: 50 })
  fromAmount!: number;

  @ApiProperty({ ...amount, description: 'So much is received for it.', example: 1 })
  toAmount!: number;
}

export class ConversionRateParams {
  @ApiProperty({ description: 'The code of the asset that is given.', example: 'SILVER' })
  @IsAssetCode()
  from!: string;

  @ApiProperty({ description: 'The code of the asset that is received.', example: 'GOLD' })
  @IsAssetCode()
  to!: string;
}

export class ConversionRateBody {
  @ApiProperty({ ...amount, description: 'So much is given, or a whole multiple of it.', example: 50 })
  @IsAmount()
  fromAmount!: number;

  @ApiProperty({ ...amount, description: 'So much is received for it.', example: 1 })
  @IsAmount()
  toAmount!: number;
}

export class ConversionBody extends PostingDetails {
  @ApiProperty({ description: 'The code of the asset that is given.', example: 'SILVER' })
  @IsAssetCode()
  from!: string;

  @ApiProperty({ description: 'The code of the asset that is received.', example: 'GOLD' })
  @IsAssetCode()
  to!: string;

  @ApiProperty({
    ...amount,
    description: 'How much is given: a whole multiple of the `fromAmount` of the rate.',
    example: 50,
  })
  @IsAmount()
  amount!: number;
}
