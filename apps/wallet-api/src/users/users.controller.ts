import { Balances, type User } from '@app/accounts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../openapi/page.js';
import { LimitQuery } from '../validation/limit.js';
import { IsUserId } from '../validation/rules.js';

class UsersQuery extends LimitQuery {
  @ApiPropertyOptional({ description: 'The last `userId` seen.' })
  @IsOptional()
  @IsUserId()
  startingAfter?: string;
}

export class UserAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;
}

function userAnswer({ userId, createdAt }: User): UserAnswer {
  return { userId, createdAt: createdAt.toISOString() };
}

@ApiTags('Users')
@Controller('v1/users')
export class UsersController {
  constructor(private readonly balances: Balances) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Known users, by id' })
  @ApiPage(UserAnswer)
  @ApiProblems('validation-failed', 'database-unavailable')
  async users(@Query() { limit, startingAfter }: UsersQuery): Promise<Page<UserAnswer>> {
    return pageOf(await this.balances.users({ limit: limit + 1, startingAfter }), limit, userAnswer);
  }
}
