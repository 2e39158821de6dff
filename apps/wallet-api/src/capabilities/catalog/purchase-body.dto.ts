import { maxQuantity } from '@app/catalog';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IsCatalogCode, MayBeLeftOut } from '../../request/validation/rules.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';

const message = `must be an integer from 1 to ${maxQuantity}`;

export class PurchaseBody extends PostingDetails {
  @ApiProperty({ description: 'The code of an item.', example: 'iron-sword' })
  @IsCatalogCode()
  item!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: maxQuantity,
    default: 1,
    description: 'The number of pieces.',
    example: 1,
  })
  @MayBeLeftOut()
  @IsInt({ message })
  @Min(1, { message })
  @Max(maxQuantity, { message })
  quantity = 1;
}
