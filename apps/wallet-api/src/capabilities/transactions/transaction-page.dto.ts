import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf } from '../../request/openapi/page.js';
import { TransactionAnswer } from '../../request/transactional/transaction-answer.dto.js';

export class TransactionPage extends PageOf(TransactionAnswer) {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The `startingAfter` of the next page, if the scan ended before this page was full.',
    example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
  })
  next?: string;

  @ApiPropertyOptional({
    description: 'The `after` of the next page, now or later. Present if the request had `after`.',
    example: 'AQAAAAAAAAAAAAAAAAAAAAA',
  })
  cursor?: string;
}
