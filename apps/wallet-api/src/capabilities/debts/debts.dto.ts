import type { SettledDebt } from '@app/debts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsAmount, IsAssetCode, IsText, IsUserId } from '../../request/validation/rules.js';

export class ForgivenessBody {
  @ApiProperty({ ...positiveInteger, description: 'At most what the user owes.', example: 30 })
  @IsAmount()
  amount!: number;

  @ApiProperty({
    minLength: 1,
    maxLength: 256,
    description: 'The description of the transaction.',
    example: 'The bank confirmed the payment',
  })
  @IsText(256)
  reason!: string;
}

export class DebtorsQuery extends LimitQuery {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  owing!: string;

  @ApiPropertyOptional({ description: 'The last `userId` seen.' })
  @IsOptional()
  @IsUserId()
  startingAfter?: string;
}

export class DebtorAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...naturalInteger, example: 30 })
  owed!: number;

  @ApiProperty({ ...naturalInteger, example: 0 })
  balance!: number;

  @ApiProperty({ ...naturalInteger, example: 0 })
  available!: number;
}

export class DebtorPage extends PageOf(DebtorAnswer) {}

export class SettledDebtAnswer implements SettledDebt {
  @ApiProperty({
    format: 'uuid',
    description: 'The reversal that the user owes for.',
    example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
  })
  id!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'The operation of its original, if it consists of operations.',
    example: 0,
  })
  operation?: number;

  @ApiProperty({ ...positiveInteger, example: 30 })
  amount!: number;

  @ApiProperty({ ...naturalInteger, description: 'What is left of this debt.', example: 0 })
  outstanding!: number;
}

/** What debts add to the answer of a transaction. */
export class DebtTransactionMembers {
  @ApiPropertyOptional({
    ...naturalInteger,
    description:
      'Of a reversal, the part of `asked` that the user owes; of a reinstatement, the part that was still owed. After a forgiveness, what the user owes.',
    example: 0,
  })
  owed?: number;

  @ApiPropertyOptional({ type: [SettledDebtAnswer], description: 'What a repayment repays.' })
  repays?: SettledDebtAnswer[];

  @ApiPropertyOptional({
    type: [SettledDebtAnswer],
    description: 'What a forgiveness forgives, oldest first.',
  })
  forgives?: SettledDebtAnswer[];
}
