import { type Cause, causes, type ReversalItem, type ReversalState, type ReversedPart } from '@app/reversals';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';

const id = '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10';
const naturalExample = (example: number) => ({ ...naturalInteger, example });
const operation = {
  type: 'integer' as const,
  minimum: 0,
  description: 'The operation of the original, counted from 0.',
  example: 0,
};

export class ReversedAnswer {
  @ApiProperty({ format: 'uuid', description: 'The original.', example: id })
  id!: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'Counts what is done to the original, from 1.',
    example: 1,
  })
  number!: number;
}

export class ReinstatedAnswer {
  @ApiProperty({ format: 'uuid', description: 'The reversal that is undone.', example: id })
  id!: string;
}

export class ReversedPartAnswer implements ReversedPart {
  @ApiProperty(operation)
  operation!: number;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...positiveInteger, example: 1 })
  number!: number;

  @ApiProperty(naturalExample(500))
  asked!: number;

  @ApiProperty(naturalExample(470))
  amount!: number;

  @ApiProperty(naturalExample(30))
  owed!: number;

  @ApiProperty(naturalExample(0))
  writtenOff!: number;
}

export class ReversalItemAnswer implements ReversalItem {
  @ApiProperty({ format: 'uuid', example: id })
  id!: string;

  @ApiProperty({ enum: ['reversal', 'reinstatement'], example: 'reversal' })
  kind!: 'reversal' | 'reinstatement';

  @ApiProperty({ enum: causes, example: 'refund' })
  cause!: Cause;

  @ApiPropertyOptional(operation)
  operation?: number;

  @ApiProperty(naturalExample(500))
  asked!: number;

  @ApiProperty({ ...naturalExample(470), description: 'What was taken or given back at once.' })
  amount!: number;

  @ApiProperty(naturalExample(30))
  owed!: number;

  @ApiProperty(naturalExample(0))
  writtenOff!: number;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;
}

export class PartStateAnswer {
  @ApiProperty(operation)
  operation!: number;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty(naturalExample(500))
  reversed!: number;

  @ApiProperty(naturalExample(0))
  remaining!: number;
}

export class ReversalStateAnswer implements ReversalState {
  @ApiProperty({ description: 'Whether a transaction of this type can be reversed.', example: true })
  reversible!: boolean;

  @ApiProperty({ ...naturalExample(500), description: 'The running total, of several parts the sum.' })
  reversed!: number;

  @ApiProperty({ ...naturalExample(0), description: 'What is left to reverse.' })
  remaining!: number;

  @ApiProperty({ type: [ReversalItemAnswer], description: 'Reversals and reinstatements, oldest first.' })
  items!: ReversalItemAnswer[];

  @ApiPropertyOptional({
    type: [PartStateAnswer],
    description: 'The operations that can be reversed, if the transaction consists of operations.',
  })
  parts?: PartStateAnswer[];
}

/** What reversals add to the answer of a transaction. */
export class ReversalTransactionMembers {
  @ApiPropertyOptional({
    type: ReversedAnswer,
    description: 'What a reversal reverses.',
    example: { id, number: 1 } satisfies ReversedAnswer,
  })
  reverses?: ReversedAnswer;

  @ApiPropertyOptional({
    type: ReinstatedAnswer,
    description: 'What a reinstatement undoes.',
    example: { id } satisfies ReinstatedAnswer,
  })
  reinstates?: ReinstatedAnswer;

  @ApiPropertyOptional({
    ...naturalExample(500),
    description: 'What the running total changed by: the sum of `amount`, `owed` and `writtenOff`.',
  })
  asked?: number;

  @ApiPropertyOptional({ ...naturalExample(0), description: 'The part of `asked` that is lost.' })
  writtenOff?: number;

  @ApiPropertyOptional({
    type: [ReversedPartAnswer],
    description:
      'Each operation that was reversed or reinstated, if the original consists of operations. The figures outside are those of the first.',
  })
  parts?: ReversedPartAnswer[];

  @ApiPropertyOptional({
    type: ReversalStateAnswer,
    description:
      'What was reversed of this transaction by now. Only where one transaction or a payment is read.',
    example: { reversible: true, reversed: 0, remaining: 500, items: [] } satisfies ReversalStateAnswer,
  })
  reversal?: ReversalStateAnswer;
}
