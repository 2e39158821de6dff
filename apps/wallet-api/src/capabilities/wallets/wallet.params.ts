import { ApiProperty } from '@nestjs/swagger';
import { IsAssetCode } from '../../request/validation/rules.js';
import { UserParams } from '../users/user.params.js';

export class WalletAssetParams extends UserParams {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  asset!: string;
}
