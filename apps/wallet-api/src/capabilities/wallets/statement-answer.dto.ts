import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText } from '../../request/figures/figure.js';
import { StatementEntryAnswer } from './wallet-answers.dto.js';

export class TypeTotalAnswer {
  @ApiProperty({ example: 'spend' })
  type!: string;

  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1, description: 'How many entries.', example: 1 })
  count!: number;

  @ApiFigure({ minimum: 0, description: 'What was added.', example: 0 })
  credit!: number | null;

  @ApiFigureText('credit')
  creditText?: string;

  @ApiFigure({ minimum: 0, description: 'What was taken.', example: 30 })
  debit!: number | null;

  @ApiFigureText('debit')
  debitText?: string;
}

/** The document that `writeJson` writes piece by piece. */
export class StatementAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'The first instant of the period.',
    example: '2026-01-01T00:00:00.000Z',
  })
  from!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'The first instant behind the period.',
    example: '2026-02-01T00:00:00.000Z',
  })
  to!: string;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 0,
    description: 'The balance before the period.',
    example: 100,
  })
  opening!: number;

  @ApiProperty({
    type: [TypeTotalAnswer],
    description: 'For each type that occurs, by its name. Opening + credits − debits = closing.',
  })
  totals!: TypeTotalAnswer[];

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 0,
    description: 'The balance at the end of the period, or now if it has not ended.',
    example: 70,
  })
  closing!: number;

  @ApiProperty({ type: [StatementEntryAnswer], description: 'Oldest first.' })
  entries!: StatementEntryAnswer[];
}
