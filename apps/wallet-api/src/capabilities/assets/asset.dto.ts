import { maxAmount } from '@app/accounts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';
import { IsAmount, IsAssetCode, IsName, MayBeLeftOut } from '../../request/validation/rules.js';
import { positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

export class AssetAnswer {
  @ApiProperty({ example: 'GOLD' })
  code!: string;

  @ApiProperty({ example: 'Gold Coins' })
  name!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'For display only: the number of decimal places of an amount.',
    example: 0,
  })
  decimals!: number;

  @ApiProperty({
    ...positiveInteger,
    description: 'The smallest amount one transaction can move.',
    example: 1,
  })
  minAmount!: number;

  @ApiProperty({
    ...positiveInteger,
    description: 'The largest amount one transaction can move.',
    example: 1_000_000,
  })
  maxAmount!: number;

  @ApiProperty({
    description:
      'A retired asset cannot be credited. Users can still spend what they hold, or convert it to another asset.',
    example: false,
  })
  retired!: boolean;
}

export class AssetPage extends PageOf(AssetAnswer) {}

/** Can be set when an asset is created, and changed later. */
class AssetLimits {
  @ApiPropertyOptional({ ...positiveInteger, default: 1, example: 1 })
  @MayBeLeftOut()
  @IsAmount()
  minAmount?: number;

  @ApiPropertyOptional({ ...positiveInteger, default: maxAmount, example: 1_000_000 })
  @MayBeLeftOut()
  @IsAmount()
  maxAmount?: number;
}

export class NewAssetBody extends AssetLimits {
  @ApiProperty({ pattern: '^[A-Z][A-Z0-9_]{0,31}$', example: 'RUBY' })
  @Matches(/^[A-Z][A-Z0-9_]{0,31}$/, {
    message: 'must have 1 to 32 characters out of A-Z, 0-9 and _, beginning with a letter',
  })
  code!: string;

  @ApiProperty({ minLength: 1, maxLength: 64, example: 'Rubies' })
  @IsName(64)
  name!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 15,
    default: 0,
    description: 'For display only. Cannot be changed later.',
    example: 0,
  })
  @MayBeLeftOut()
  @IsInt({ message: 'must be an integer from 0 to 15' })
  @Min(0, { message: 'must be an integer from 0 to 15' })
  @Max(15, { message: 'must be an integer from 0 to 15' })
  decimals?: number;
}

export class AssetChangeBody extends AssetLimits {
  @ApiPropertyOptional({ minLength: 1, maxLength: 64, example: 'Gold Coins' })
  @MayBeLeftOut()
  @IsName(64)
  name?: string;

  @ApiPropertyOptional({ description: '`true` retires the asset, `false` restores it.', example: false })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}

export class AssetParams {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  code!: string;
}
