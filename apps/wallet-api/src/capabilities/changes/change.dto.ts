import { changeKinds, type RecordedChange, type Terms } from '@app/changes';
import { ApiProperty } from '@nestjs/swagger';
import { positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

export class ChangeAnswer {
  @ApiProperty({
    ...positiveInteger,
    description: 'Counts all changes, without a gap. Also the cursor.',
    example: 17,
  })
  number!: number;

  @ApiProperty({
    type: 'string',
    description: 'More kinds can be added; accept unknown ones.',
    example: 'item',
    // Spread, because Nest's types know no extension here; it passes them on.
    ...{ 'x-extensible-enum': [...changeKinds] },
  })
  kind!: string;

  @ApiProperty({
    description:
      'What was changed: a code, the id of a client, or the two assets of a conversion rate, `SILVER/GOLD`.',
    example: 'iron-sword',
  })
  subject!: string;

  @ApiProperty({
    description:
      'Who changed it: the id of a client, or `operator:` and the database login of a command. The demo data is by `seed`.',
    example: 'live-ops',
  })
  by!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The terms before the change; `null` if the subject is new.',
    example: { name: 'Iron sword', asset: 'GOLD', price: 120, retired: false },
  })
  before!: Terms | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The terms after the change; `null` if the subject was removed.',
    example: { name: 'Iron sword', asset: 'GOLD', price: 150, retired: false },
  })
  after!: Terms | null;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;
}

export class ChangePage extends PageOf(ChangeAnswer) {}

/** An answer has these members and no others, whatever a record may gain. */
export function changeAnswer(change: RecordedChange): ChangeAnswer {
  const { number, kind, subject, by, before, after, createdAt } = change;
  return { number, kind, subject, by, before, after, createdAt: createdAt.toISOString() };
}
