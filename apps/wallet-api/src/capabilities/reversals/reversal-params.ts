import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { UserParams } from '../users/user.params.js';

export class ReversalParams extends UserParams {
  @ApiProperty({
    format: 'uuid',
    description: 'The id of a reversal.',
    example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
  })
  @IsUUID(undefined, { message: 'must be a UUID' })
  transactionId!: string;
}
