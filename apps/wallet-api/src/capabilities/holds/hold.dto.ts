import { type Hold, holdSeconds, type HoldStatus, holdStatuses, shownHold } from '@app/holds';
import type { RecordedTransaction } from '@app/ledger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsAmount, MayBeLeftOut } from '../../request/validation/rules.js';
import { WalletAssetParams } from '../wallets/wallet.params.js';
import { PostingBody } from '../wallets/posting-body.dto.js';

const { min, max } = holdSeconds;
const seconds = `must be an integer from ${min} to ${max}`;

export class HoldBody extends PostingBody {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: min,
    maximum: max,
    default: holdSeconds.default,
    description: 'The life of the hold in seconds. It lapses then, unless it was captured or voided.',
    example: 900,
  })
  @MayBeLeftOut()
  @IsInt({ message: seconds })
  @Min(min, { message: seconds })
  @Max(max, { message: seconds })
  expiresIn = holdSeconds.default;
}

export class CaptureBody extends ConditionalDetails {
  @ApiPropertyOptional({
    ...positiveInteger,
    description: 'In whole minor units; everything that is left by default.',
    example: 30,
  })
  @MayBeLeftOut()
  @IsAmount()
  amount?: number;

  @ApiPropertyOptional({
    type: 'boolean',
    default: true,
    description: 'Whether this is the last capture: it releases what is left of the hold.',
    example: true,
  })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  final = true;
}

export class HoldParams extends WalletAssetParams {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  @IsUUID(undefined, { message: 'must be a UUID' })
  holdId!: string;
}

export class HoldsQuery extends LimitQuery {
  @ApiPropertyOptional({ enum: holdStatuses, description: 'All by default.', example: 'open' })
  @IsOptional()
  @IsIn(holdStatuses, { message: `must be one of ${holdStatuses.join(', ')}` })
  status?: HoldStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `id` of the last element of the previous page.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a UUID' })
  startingAfter?: string;
}

export class HoldAnswer {
  @ApiProperty({
    format: 'uuid',
    description: 'Also the id of the transaction that authorised it.',
    example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
  })
  id!: string;

  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...positiveInteger, example: 30 })
  amount!: number;

  @ApiProperty({ ...naturalInteger, description: 'The amount captured so far.', example: 0 })
  captured!: number;

  @ApiProperty({ ...naturalInteger, description: 'The amount given back.', example: 0 })
  released!: number;

  @ApiProperty({ ...naturalInteger, description: 'What can still be captured.', example: 30 })
  remaining!: number;

  @ApiProperty({
    enum: holdStatuses,
    description: 'What closed the hold. A hold whose `expiresAt` has come reads `lapsed`.',
    example: 'open',
  })
  status!: HoldStatus;

  @ApiProperty({
    format: 'date-time',
    description: 'From this instant on it can no longer be captured.',
    example: '2026-01-01T00:15:00.000Z',
  })
  expiresAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  closedAt!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'order-17' })
  reference!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Iron sword' })
  description!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  metadata!: Record<string, unknown>;
}

/** The answer to a write on a hold: the hold and the account as of then. */
export class ChangedHoldAnswer extends HoldAnswer {
  @ApiProperty({
    ...naturalInteger,
    description: 'What the user could spend after this request.',
    example: 70,
  })
  available!: number;

  @ApiProperty({ ...naturalInteger, description: 'What was held after this request.', example: 30 })
  held!: number;
}

export class HoldPage extends PageOf(HoldAnswer) {}

/** What holds add to the answer of a transaction. */
export class HoldTransactionMembers {
  @ApiPropertyOptional({
    type: HoldAnswer,
    description: 'The hold that the transaction changed, as of then.',
  })
  hold?: HoldAnswer;

  @ApiPropertyOptional({
    ...naturalInteger,
    description: 'With `hold`: what the user could spend after the transaction.',
    example: 70,
  })
  available?: number;

  @ApiPropertyOptional({
    ...naturalInteger,
    description: 'With `hold`: what was held after it.',
    example: 30,
  })
  held?: number;
}

export function holdAnswer(hold: Hold): HoldAnswer {
  return shownHold(hold) as unknown as HoldAnswer;
}

/** Made of what the transaction recorded. */
export function changedHoldAnswer({ members }: RecordedTransaction): ChangedHoldAnswer {
  const { hold, available, held } = members as unknown as HoldTransactionMembers & ChangedHoldAnswer;
  return { ...(hold as HoldAnswer), available, held };
}
