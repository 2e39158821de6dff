import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { maxErrors } from '../problems/problem.js';
import { registered } from './registered.js';

export class FieldErrorAnswer {
  @ApiProperty({
    maxLength: 64,
    description: 'JSON pointer (RFC 6901) to the fault. A long one is cut and ends with "…".',
    example: '/amount',
  })
  pointer!: string;

  @ApiProperty({ maxLength: 256, example: 'must be an integer from 1 to 9007199254740991' })
  detail!: string;
}

/** The OpenAPI schema of a problem document (RFC 9457). Some codes add members of their own. */
export class ProblemAnswer {
  @ApiProperty({ description: 'Where the problem is explained.', example: '/problems/insufficient-funds' })
  type!: string;

  @ApiProperty({ example: 'The balance is too low' })
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty({ example: 'The balance is 70 GOLD; 100 are required.' })
  detail!: string;

  @ApiProperty({ example: '/v1/wallets/alice/GOLD/spend' })
  instance!: string;

  @ApiProperty({ enum: registered('problemCodes'), example: 'insufficient-funds' })
  code!: string;

  @ApiProperty({ description: 'Finds the request in the log.' })
  requestId!: string;

  @ApiPropertyOptional({
    type: [FieldErrorAnswer],
    maxItems: maxErrors,
    description: 'The first ten faults of the request.',
  })
  errors?: FieldErrorAnswer[];

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Number of all faults, including those not listed. Present if `errors` is.',
    example: 1,
  })
  errorCount?: number;
}
