import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText } from '../../request/figures/figure.js';
import { StatementEntryAnswer } from './wallet-answers.dto.js';
import { ApiTransactionType } from '../../request/openapi/registered.js';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';

export class TypeTotalAnswer {
  @ApiTransactionType()
  type!: string;

  @ApiProperty({ ...positiveInteger, description: 'The number of entries.', example: 1 })
  count!: number;

  @ApiFigure({ minimum: 0, description: 'The sum of the credits.', example: 0 })
  credit!: number | null;

  @ApiFigureText('credit')
  creditText?: string;

  @ApiFigure({ minimum: 0, description: 'The sum of the debits.', example: 30 })
  debit!: number | null;

  @ApiFigureText('debit')
  debitText?: string;
}

/** The document that `writeJson` streams. */
export class StatementAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'The start of the period, inclusive.',
    example: '2026-01-01T00:00:00.000Z',
  })
  from!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'The end of the period, exclusive.',
    example: '2026-02-01T00:00:00.000Z',
  })
  to!: string;

  @ApiProperty({
    ...naturalInteger,
    description: 'The opening balance.',
    example: 100,
  })
  opening!: number;

  @ApiProperty({
    type: [TypeTotalAnswer],
    description: 'One per type that occurs, sorted by type. Opening + credits − debits = closing.',
  })
  totals!: TypeTotalAnswer[];

  @ApiProperty({
    ...naturalInteger,
    description: 'The closing balance; if the period has not ended, the balance now.',
    example: 70,
  })
  closing!: number;

  @ApiProperty({ type: [StatementEntryAnswer], description: 'Oldest first.' })
  entries!: StatementEntryAnswer[];
}
