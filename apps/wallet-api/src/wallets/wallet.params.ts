import { ApiProperty } from '@nestjs/swagger';
import { IsAssetCode, IsUserId } from '../validation/rules.js';

export class UserParams {
  @ApiProperty({ description: 'The id that the game already has.', example: 'alice' })
  @IsUserId()
  userId!: string;
}

export class WalletAssetParams extends UserParams {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  asset!: string;
}
