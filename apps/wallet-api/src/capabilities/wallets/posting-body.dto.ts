import { ApiProperty } from '@nestjs/swagger';
import { IsAmount } from '../../request/validation/rules.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';
import { positiveInteger } from '../../request/figures/integers.js';

export class PostingBody extends PostingDetails {
  @ApiProperty({
    ...positiveInteger,
    description: 'In whole minor units.',
    example: 30,
  })
  @IsAmount()
  amount!: number;
}
