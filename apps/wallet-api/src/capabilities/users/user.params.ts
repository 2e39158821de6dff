import { ApiProperty } from '@nestjs/swagger';
import { IsUserId } from '../../request/validation/rules.js';

export class UserParams {
  @ApiProperty({ description: 'The id that the game already has.', example: 'alice' })
  @IsUserId()
  userId!: string;
}
