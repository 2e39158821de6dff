import { Changes } from '@app/changes';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { changeAnswer, ChangePage } from './change.dto.js';
import { ChangesQuery } from './changes.query.js';

@ApiTags('Changes')
@Controller('v1/changes')
export class ChangesController {
  constructor(private readonly recorded: Changes) {}

  @Get()
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'List what administrators changed, newest first',
    description:
      'Lists the changes that match every filter: of assets, items, tasks, conversion rates, and clients with their keys. A request that changes nothing is not recorded. Freezes are listed with their wallet, by `GET /v1/users/{userId}/freezes`.',
  })
  @ApiOkResponse({ type: ChangePage })
  @ApiProblems('validation-failed', 'database-unavailable')
  async listChanges(@Query() { limit, ...page }: ChangesQuery): Promise<ChangePage> {
    return pageOf(await this.recorded.list({ ...page, limit: limit + 1 }), limit, changeAnswer);
  }
}
