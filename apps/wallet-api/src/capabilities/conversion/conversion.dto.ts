import { ApiProperty } from '@nestjs/swagger';
import { IsAmount, IsAssetCode } from '../../request/validation/rules.js';
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
}
