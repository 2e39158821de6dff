import { ApiProperty } from '@nestjs/swagger';

/** One fault of a request, in the `errors` of a problem document. */
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
