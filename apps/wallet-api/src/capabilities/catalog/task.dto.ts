import { maxAmount } from '@app/accounts';
import { type Completer, completers, type CompletionLimit, completionLimits } from '@app/catalog';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import {
  IsAmount,
  IsAssetCode,
  IsCatalogCode,
  IsName,
  MayBeLeftOut,
} from '../../request/validation/rules.js';

const reward = { type: 'integer', format: 'int64', minimum: 1, maximum: maxAmount } as const;

const IsCompleter = () => IsIn(completers, { message: `must be one of ${completers.join(', ')}` });

export class TaskAnswer {
  @ApiProperty({ example: 'daily-login' })
  code!: string;

  @ApiProperty({ example: 'Daily login' })
  name!: string;

  @ApiProperty({ description: 'The asset of the reward; it never changes.', example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...reward, description: 'Of one completion, in whole minor units.', example: 10 })
  reward!: number;

  @ApiProperty({
    enum: completionLimits,
    description: 'How often one user may complete it; it never changes. A day is one of UTC.',
    example: 'daily',
  })
  limit!: CompletionLimit;

  @ApiProperty({
    enum: completers,
    description: '`player`: players may complete it themselves, and clients too.',
    example: 'player',
  })
  completedBy!: Completer;

  @ApiProperty({ description: 'A retired task is not rewarded any more.', example: false })
  retired!: boolean;
}

export class NewTaskBody {
  @ApiProperty({
    description: 'Your name for the task, for ever. It is part of every completion.',
    example: 'first-victory',
  })
  @IsCatalogCode()
  code!: string;

  @ApiProperty({ minLength: 1, maxLength: 128, example: 'First victory' })
  @IsName(128)
  name!: string;

  @ApiProperty({ description: 'The code of an asset; it cannot be changed later.', example: 'SILVER' })
  @IsAssetCode()
  asset!: string;

  @ApiProperty({ ...reward, description: 'Of one completion, in whole minor units.', example: 25 })
  @IsAmount()
  reward!: number;

  @ApiProperty({
    enum: completionLimits,
    description: 'How often one user may complete it; it cannot be changed later.',
    example: 'once',
  })
  @IsIn(completionLimits, { message: `must be one of ${completionLimits.join(', ')}` })
  limit!: CompletionLimit;

  @ApiPropertyOptional({
    enum: completers,
    default: 'client',
    description: '`player` lets players complete it themselves. Not for an unlimited task.',
    example: 'client',
  })
  @MayBeLeftOut()
  @IsCompleter()
  completedBy: Completer = 'client';
}

/** What is left out stays as it is. */
export class TaskChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'Daily login' })
  @MayBeLeftOut()
  @IsName(128)
  name?: string;

  @ApiPropertyOptional({ ...reward, example: 15 })
  @MayBeLeftOut()
  @IsAmount()
  reward?: number;

  @ApiPropertyOptional({
    enum: completers,
    description: 'Not `player` for an unlimited task.',
    example: 'client',
  })
  @MayBeLeftOut()
  @IsCompleter()
  completedBy?: Completer;

  @ApiPropertyOptional({ description: 'true takes it off the list, false puts it back.', example: false })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}
