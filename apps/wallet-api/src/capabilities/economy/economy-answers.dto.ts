import type { EconomyDay, Supply } from '@app/economy';
import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText, figure } from '../../request/figures/figure.js';
import { registered } from '../../request/openapi/registered.js';
import { positiveInteger } from '../../request/figures/integers.js';

export class SupplyAnswer {
  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiFigure({
    minimum: 0,
    description: 'The sum of all user balances: everything the system accounts have issued and not absorbed.',
    example: 1500,
  })
  supply!: number | null;

  @ApiFigureText('supply')
  supplyText?: string;
}

export class EconomyAnswer {
  @ApiProperty({ type: [SupplyAnswer] })
  supply!: SupplyAnswer[];

  @ApiProperty({ description: 'The average over the last minute.', example: 12.5 })
  transactionsPerSecond!: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    description: 'The number of transactions in each of the last 60 whole seconds, oldest first.',
    example: [0, 3, 1],
  })
  perSecond!: number[];
}

export class AccountFlowAnswer {
  @ApiProperty({ enum: registered('systemAccounts'), example: 'treasury' })
  account!: string;

  @ApiFigure({
    minimum: 0,
    description: 'Credits issued by this account, net of those that came back to it.',
    example: 1500,
  })
  issued!: number | null;

  @ApiFigureText('issued')
  issuedText?: string;

  @ApiFigure({
    minimum: 0,
    description: 'Credits absorbed by this account, net of those it issued.',
    example: 0,
  })
  absorbed!: number | null;

  @ApiFigureText('absorbed')
  absorbedText?: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The number of entries.', example: 2 })
  entries!: number;
}

export class NamedFlowAnswer {
  @ApiProperty({ description: 'More flows can be added; accept unknown ones.', example: 'write-offs' })
  name!: string;

  @ApiFigure({ minimum: 0, description: 'Credits that it put or left in circulation.', example: 30 })
  issued!: number | null;

  @ApiFigureText('issued')
  issuedText?: string;

  @ApiFigure({ minimum: 0, description: 'Credits that it took out of circulation.', example: 0 })
  absorbed!: number | null;

  @ApiFigureText('absorbed')
  absorbedText?: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How often.', example: 1 })
  count!: number;
}

export class EconomyDayAnswer {
  @ApiProperty({
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    description: 'The day, in UTC.',
    example: '2026-01-01',
  })
  day!: string;

  @ApiFigure({
    minimum: 0,
    description: 'The supply at the end of the day; for today, now.',
    example: 1500,
  })
  supply!: number | null;

  @ApiFigureText('supply')
  supplyText?: string;

  @ApiProperty({ type: [AccountFlowAnswer], description: 'One per system account.' })
  flows!: AccountFlowAnswer[];

  @ApiProperty({
    type: [NamedFlowAnswer],
    description:
      'What is reported apart, such as write-offs: gross, and not in addition to the flows. What of it moved credits is part of the flows of the accounts.',
  })
  namedFlows!: NamedFlowAnswer[];
}

export class EconomyDaysAnswer {
  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ type: [EconomyDayAnswer], description: 'Oldest first; the last one is today.' })
  days!: EconomyDayAnswer[];
}

export class HolderAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ ...positiveInteger, example: 1000 })
  balance!: number;
}

export class HoldersAnswer {
  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When the accounts were read: up to a minute ago.',
    example: '2026-01-01T00:00:00.000Z',
  })
  at!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The number of users with a balance above zero.',
    example: 2,
  })
  count!: number;

  @ApiProperty({ type: [HolderAnswer], description: 'Largest first.' })
  largest!: HolderAnswer[];
}

export function supplyAnswer({ asset, supply }: Supply): SupplyAnswer {
  return { asset, ...figure('supply', supply) };
}

export function economyDayAnswer({ day, supply, flows, namedFlows }: EconomyDay): EconomyDayAnswer {
  return {
    day,
    ...figure('supply', supply),
    flows: flows.map(({ account, issued, absorbed, entries }) => ({
      account,
      ...figure('issued', issued),
      ...figure('absorbed', absorbed),
      entries,
    })),
    namedFlows: namedFlows.map(({ name, issued, absorbed, count }) => ({
      name,
      ...figure('issued', issued),
      ...figure('absorbed', absorbed),
      count,
    })),
  };
}
