import type { InvariantReport, VerificationReport } from '@app/ledger';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';

export class InvariantAnswer {
  @ApiProperty({ example: 'hash-chain' })
  name!: string;

  @ApiProperty()
  ok!: boolean;

  @ApiProperty({ type: 'integer', description: 'The number of rows or groups checked.', example: 1200 })
  checked!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  violations!: number;

  @ApiProperty({ type: [String], description: 'The first few violations.', example: [] })
  examples!: string[];

  @ApiProperty({
    type: 'integer',
    description: 'The duration of the check, summed over all shards.',
    example: 4,
  })
  durationMs!: number;
}

export class VerificationAnswer {
  @ApiProperty({ description: 'Whether every invariant holds.' })
  ok!: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  checkedAt!: string;

  @ApiProperty({ type: 'integer', example: 12 })
  durationMs!: number;

  @ApiProperty({ type: [InvariantAnswer] })
  invariants!: InvariantAnswer[];
}

export class VerificationStepsAnswer {
  @ApiProperty({ type: 'integer', description: 'A step is one invariant in one shard.', example: 144 })
  steps!: number;

  @ApiProperty({ type: 'integer', example: 37 })
  stepsDone!: number;
}

export class VerificationStartedAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  startedAt!: string;

  @ApiProperty({ type: VerificationStepsAnswer })
  progress!: VerificationStepsAnswer;
}

const states = ['none', 'running', 'finished', 'failed', 'lost'] as const;

export class VerificationProgressAnswer extends VerificationStepsAnswer {
  @ApiProperty({
    enum: states,
    description:
      'State of the latest audit on any instance. `failed`: an error ended it. `lost`: its instance ended first. `none`: there has been no audit.',
    example: 'running',
  })
  state!: (typeof states)[number];

  @ApiProperty({ description: 'Whether `state` is `running`.' })
  running!: boolean;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: '2026-01-01T00:00:00.000Z' })
  startedAt!: string | null;

  @ApiProperty({ type: [InvariantAnswer], description: 'The results so far.' })
  invariants!: InvariantAnswer[];

  @ApiProperty({
    oneOf: [{ $ref: getSchemaPath(VerificationAnswer) }, { type: 'null' }],
    description: 'The report of the latest finished audit; `null` if there is none.',
    example: null,
  })
  report!: VerificationAnswer | null;
}

export class AccountVerificationAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ description: 'Whether every entry and the account itself are unchanged.' })
  ok!: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  checkedAt!: string;

  @ApiProperty({ type: 'integer', example: 3 })
  durationMs!: number;

  @ApiProperty({
    ...naturalInteger,
    description: 'The number of entries checked.',
    example: 12,
  })
  entries!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  violations!: number;

  @ApiProperty({
    type: 'array',
    items: positiveInteger,
    description: 'The versions of the first few invalid entries.',
    example: [],
  })
  examples!: number[];

  @ApiProperty({
    description: 'Whether the version, balance and hash of the account match its last entry.',
  })
  headOk!: boolean;

  @ApiProperty({
    description:
      'The last hash of the chain, in hexadecimal. Note it down to detect later whether history was rewritten.',
    example: '6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687',
  })
  headHash!: string;
}

/** An answer has these members and no others, whatever a report may gain. */
export function invariantAnswer({ name, ok, checked, violations, examples, durationMs }: InvariantReport) {
  return { name, ok, checked, violations, examples, durationMs } satisfies InvariantAnswer;
}

export function verificationAnswer({
  ok,
  checkedAt,
  durationMs,
  invariants,
}: VerificationReport): VerificationAnswer {
  return { ok, checkedAt: checkedAt.toISOString(), durationMs, invariants: invariants.map(invariantAnswer) };
}
