import type { BalanceCondition } from '@app/ledger';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { naturalInteger } from '../figures/integers.js';

/** What a balance must be like for a write to happen. */
export class BalanceConditions {
  @ApiPropertyOptional({
    ...naturalInteger,
    description: 'The version must be exactly this; 0 for an account without entries.',
    example: 2,
  })
  version?: number;

  @ApiPropertyOptional({ ...naturalInteger, description: 'The balance must be at least this.', example: 50 })
  minBalance?: number;

  @ApiPropertyOptional({ ...naturalInteger, description: 'The balance must be at most this.', example: 100 })
  maxBalance?: number;

  @ApiPropertyOptional({
    ...naturalInteger,
    description: 'The available balance must be at least this.',
    example: 50,
  })
  minAvailable?: number;
}

/** The conditions of a posting that moves one asset; `undefined` without any, or without an asset to move. */
export function conditionsOn(
  asset: string | undefined,
  conditions: BalanceConditions | undefined,
): readonly BalanceCondition[] | undefined {
  return conditions && asset !== undefined ? [{ ...conditions, asset }] : undefined;
}

/** The conditions of a posting that moves several assets, by the codes of the assets. */
export function conditionsByAsset(
  conditions: Readonly<Record<string, BalanceConditions>> | undefined,
): readonly BalanceCondition[] | undefined {
  return conditions && Object.entries(conditions).map(([asset, members]) => ({ ...members, asset }));
}
