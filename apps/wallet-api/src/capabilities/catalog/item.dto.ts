import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import {
  IsAmount,
  IsAssetCode,
  IsCatalogCode,
  IsName,
  MayBeLeftOut,
} from '../../request/validation/rules.js';
import { positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

export class ItemAnswer {
  @ApiProperty({ example: 'iron-sword' })
  code!: string;

  @ApiProperty({ example: 'Iron sword' })
  name!: string;

  @ApiProperty({ description: 'The asset it is paid in. Never changes.', example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...positiveInteger, description: 'Price of one piece, in whole minor units.', example: 120 })
  price!: number;

  @ApiProperty({ description: 'A retired item is no longer sold.', example: false })
  retired!: boolean;
}

export class ItemPage extends PageOf(ItemAnswer) {}

export class NewItemBody {
  @ApiProperty({
    description: 'Your identifier for the item. Permanent: every purchase refers to it.',
    example: 'wooden-shield',
  })
  @IsCatalogCode()
  code!: string;

  @ApiProperty({ minLength: 1, maxLength: 128, example: 'Wooden shield' })
  @IsName(128)
  name!: string;

  @ApiProperty({ description: 'The code of an asset. Cannot be changed later.', example: 'SILVER' })
  @IsAssetCode()
  asset!: string;

  @ApiProperty({ ...positiveInteger, description: 'Price of one piece, in whole minor units.', example: 40 })
  @IsAmount()
  price!: number;
}

/** Omitted members keep their values. */
export class ItemChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'Iron sword' })
  @MayBeLeftOut()
  @IsName(128)
  name?: string;

  @ApiPropertyOptional({ ...positiveInteger, example: 150 })
  @MayBeLeftOut()
  @IsAmount()
  price?: number;

  @ApiPropertyOptional({
    description: '`true` takes the item off sale, `false` puts it back.',
    example: false,
  })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}
