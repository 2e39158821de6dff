import { maxAmount } from '@app/accounts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';
import { IsAmount, IsAssetCode, IsName, MayBeLeftOut } from '../../request/validation/rules.js';

export class AssetAnswer {
  @ApiProperty({ example: 'GOLD' })
  code!: string;

  @ApiProperty({ example: 'Gold Coins' })
  name!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'For display only: how many digits of an amount stand behind the point.',
    example: 0,
  })
  decimals!: number;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: 'The smallest amount that one transaction may move.',
    example: 1,
  })
  minAmount!: number;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: 'The largest amount that one transaction may move.',
    example: 1_000_000,
  })
  maxAmount!: number;

  @ApiProperty({
    description:
      'Nothing is credited in a retired asset. What users hold can still be spent, and converted into other assets.',
    example: false,
  })
  retired!: boolean;
}

const amount = { type: 'integer', format: 'int64', minimum: 1, maximum: maxAmount } as const;

/** What can be set at the creation of an asset, and changed later. */
class AssetLimits {
  @ApiPropertyOptional({ ...amount, default: 1, example: 1 })
  @MayBeLeftOut()
  @IsAmount()
  minAmount?: number;

  @ApiPropertyOptional({ ...amount, default: maxAmount, example: 1_000_000 })
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
    description: 'For display only; it cannot be changed later.',
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

  @ApiPropertyOptional({ description: 'true retires the asset, false undoes that.', example: false })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}

export class AssetParams {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  code!: string;
}
