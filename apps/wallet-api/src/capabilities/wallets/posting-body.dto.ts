import { maxAmount } from '@app/accounts';
import { ApiProperty } from '@nestjs/swagger';
import { IsAmount } from '../../request/validation/rules.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';

export class PostingBody extends PostingDetails {
  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    maximum: maxAmount,
    description: 'Whole minor units.',
    example: 30,
  })
  @IsAmount()
  amount!: number;
}
