import { ApiProperty } from '@nestjs/swagger';
import { IsAmount } from '../../request/validation/rules.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { positiveInteger } from '../../request/figures/integers.js';

export class PostingBody extends ConditionalDetails {
  @ApiProperty({
    ...positiveInteger,
    description: 'In whole minor units.',
    example: 30,
  })
  @IsAmount()
  amount!: number;
}
