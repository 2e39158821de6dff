import { ApiProperty } from '@nestjs/swagger';
import { IsUserId } from '../../request/validation/rules.js';

export class UserParams {
  @ApiProperty({ description: "The game's id of the user.", example: 'alice' })
  @IsUserId()
  userId!: string;
}
