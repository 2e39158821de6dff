import { maxAmount } from '@app/accounts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import {
  IsAmount,
  IsAssetCode,
  IsCatalogCode,
  IsName,
  MayBeLeftOut,
} from '../../request/validation/rules.js';

const price = { type: 'integer', format: 'int64', minimum: 1, maximum: maxAmount } as const;

export class ItemAnswer {
  @ApiProperty({ example: 'iron-sword' })
  code!: string;

  @ApiProperty({ example: 'Iron sword' })
  name!: string;

  @ApiProperty({ description: 'The asset that it costs; it never changes.', example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...price, description: 'Of one piece, in whole minor units.', example: 120 })
  price!: number;

  @ApiProperty({ description: 'A retired item is not sold any more.', example: false })
  retired!: boolean;
}

export class NewItemBody {
  @ApiProperty({
    description: 'Your name for the item, for ever. It is part of every purchase.',
    example: 'wooden-shield',
  })
  @IsCatalogCode()
  code!: string;

  @ApiProperty({ minLength: 1, maxLength: 128, example: 'Wooden shield' })
  @IsName(128)
  name!: string;

  @ApiProperty({ description: 'The code of an asset; it cannot be changed later.', example: 'SILVER' })
  @IsAssetCode()
  asset!: string;

  @ApiProperty({ ...price, description: 'Of one piece, in whole minor units.', example: 40 })
  @IsAmount()
  price!: number;
}

/** What is left out stays as it is. */
export class ItemChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'Iron sword' })
  @MayBeLeftOut()
  @IsName(128)
  name?: string;

  @ApiPropertyOptional({ ...price, example: 150 })
  @MayBeLeftOut()
  @IsAmount()
  price?: number;

  @ApiPropertyOptional({ description: 'true takes it off sale, false puts it back.', example: false })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}
