import { maxQuantity } from '@app/catalog';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IsAmount, IsCatalogCode, MayBeLeftOut } from '../../request/validation/rules.js';
import { positiveInteger } from '../../request/figures/integers.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';

const message = `must be an integer from 1 to ${maxQuantity}`;

export class PurchaseBody extends ConditionalDetails {
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

  @ApiPropertyOptional({
    ...positiveInteger,
    description:
      'The price of one piece that the buyer saw. If the item has another price now, the purchase is refused as `precondition-failed`.',
    example: 120,
  })
  @MayBeLeftOut()
  @IsAmount()
  expectedPrice?: number;
}
