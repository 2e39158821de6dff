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
import { positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

const IsCompleter = () => IsIn(completers, { message: `must be one of ${completers.join(', ')}` });

export class TaskAnswer {
  @ApiProperty({ example: 'daily-login' })
  code!: string;

  @ApiProperty({ example: 'Daily login' })
  name!: string;

  @ApiProperty({ description: 'The asset of the reward. Never changes.', example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'Reward for one completion, in whole minor units.',
    example: 10,
  })
  reward!: number;

  @ApiProperty({
    enum: completionLimits,
    description: 'How often one user can complete the task. Never changes. Days are UTC.',
    example: 'daily',
  })
  limit!: CompletionLimit;

  @ApiProperty({
    enum: completers,
    description: '`player`: players can complete the task themselves; so can clients.',
    example: 'player',
  })
  completedBy!: Completer;

  @ApiProperty({ description: 'A retired task no longer pays a reward.', example: false })
  retired!: boolean;
}

export class TaskPage extends PageOf(TaskAnswer) {}

export class NewTaskBody {
  @ApiProperty({
    description: 'Your identifier for the task. Permanent: every completion refers to it.',
    example: 'first-victory',
  })
  @IsCatalogCode()
  code!: string;

  @ApiProperty({ minLength: 1, maxLength: 128, example: 'First victory' })
  @IsName(128)
  name!: string;

  @ApiProperty({ description: 'The code of an asset. Cannot be changed later.', example: 'SILVER' })
  @IsAssetCode()
  asset!: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'Reward for one completion, in whole minor units.',
    example: 25,
  })
  @IsAmount()
  reward!: number;

  @ApiProperty({
    enum: completionLimits,
    description: 'How often one user can complete the task. Cannot be changed later.',
    example: 'once',
  })
  @IsIn(completionLimits, { message: `must be one of ${completionLimits.join(', ')}` })
  limit!: CompletionLimit;

  @ApiPropertyOptional({
    enum: completers,
    default: 'client',
    description: '`player` lets players complete the task themselves. Not allowed for an unlimited task.',
    example: 'client',
  })
  @MayBeLeftOut()
  @IsCompleter()
  completedBy: Completer = 'client';
}

/** Omitted members keep their values. */
export class TaskChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'Daily login' })
  @MayBeLeftOut()
  @IsName(128)
  name?: string;

  @ApiPropertyOptional({ ...positiveInteger, example: 15 })
  @MayBeLeftOut()
  @IsAmount()
  reward?: number;

  @ApiPropertyOptional({
    enum: completers,
    description: '`player` is not allowed for an unlimited task.',
    example: 'client',
  })
  @MayBeLeftOut()
  @IsCompleter()
  completedBy?: Completer;

  @ApiPropertyOptional({ description: '`true` retires the task, `false` restores it.', example: false })
  @MayBeLeftOut()
  @IsBoolean({ message: 'must be true or false' })
  retired?: boolean;
}
