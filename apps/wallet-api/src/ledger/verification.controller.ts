import { Verification } from '@app/ledger';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';

export class InvariantAnswer {
  @ApiProperty({ example: 'hash-chain' })
  name!: string;

  @ApiProperty()
  ok!: boolean;

  @ApiProperty({ type: 'integer', description: 'How many things were looked at.', example: 1200 })
  checked!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  violations!: number;

  @ApiProperty({ type: [String], description: 'The first few violations.', example: [] })
  examples!: string[];
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

@ApiTags('Ledger')
@Controller('v1/ledger/verification')
export class VerificationController {
  constructor(private readonly verification: Verification) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Runs the audit over the whole ledger and reports each invariant' })
  @ApiOkResponse({ type: VerificationAnswer })
  @ApiProblems('database-unavailable')
  async verify(): Promise<VerificationAnswer> {
    const report = await this.verification.verify();
    return { ...report, checkedAt: report.checkedAt.toISOString() };
  }
}
