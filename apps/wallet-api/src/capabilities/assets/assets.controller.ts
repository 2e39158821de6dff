import { type Asset, Assets } from '@app/accounts';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ApiPage, type Page } from '../../request/openapi/page.js';
import { ProblemError } from '../../request/problems/problem.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { AssetAnswer, AssetChangeBody, AssetParams, NewAssetBody } from './asset.dto.js';

@ApiTags('Assets')
@Controller('v1/assets')
export class AssetsController {
  constructor(private readonly known: Assets) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Every asset' })
  @ApiPage(AssetAnswer)
  @ApiProblems('database-unavailable')
  async assets(): Promise<Page<AssetAnswer>> {
    return { data: await this.known.list(), hasMore: false };
  }

  @Post()
  @RequiresScope('admin')
  @ApiOperation({ summary: 'Create an asset, which can be credited at once' })
  @ApiCreatedResponse({ type: AssetAnswer })
  @TakesJson()
  @ApiProblems('asset-exists', 'database-unavailable')
  async createAsset(@Body() body: NewAssetBody): Promise<AssetAnswer> {
    const { code, minAmount = 1, maxAmount = Number.MAX_SAFE_INTEGER } = body;
    if (minAmount > maxAmount) throw emptyRange({ minAmount, maxAmount }, body);
    const asset = await this.known.create(body);
    if (!asset) throw new ProblemError('asset-exists', `There is an asset ${code} already.`, { asset: code });
    return asset;
  }

  @Patch(':code')
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'Change the name or the limits of an asset, or retire it',
    description:
      'What is left out stays as it is. Every posting that is sent after the answer meets the change. Nothing is credited in a retired asset: top-ups, bonuses, rewards and conversions into it are refused as `asset-retired`. Spends, purchases, conversions out of it and reads go on. `retired: false` undoes it.',
  })
  @ApiOkResponse({ type: AssetAnswer })
  @TakesJson()
  @ApiProblems('asset-not-found', 'database-unavailable')
  async changeAsset(@Param() { code }: AssetParams, @Body() body: AssetChangeBody): Promise<AssetAnswer> {
    const changed = await this.known.change(code, body);
    if (changed) return changed;
    const asset = await this.known.find(code);
    if (!asset) throw new ProblemError('asset-not-found', undefined, { asset: code });
    throw emptyRange({ ...asset, ...body }, body);
  }
}

/** The smallest amount would be above the largest. Names the member that the caller gave. */
function emptyRange(
  { minAmount, maxAmount }: Pick<Asset, 'minAmount' | 'maxAmount'>,
  given: Partial<Pick<Asset, 'minAmount' | 'maxAmount'>>,
): ProblemError {
  const pointer = given.minAmount === undefined ? '/maxAmount' : '/minAmount';
  const detail = `leaves no amount between minAmount, ${minAmount}, and maxAmount, ${maxAmount}`;
  return validationProblem([{ pointer, detail }]);
}
