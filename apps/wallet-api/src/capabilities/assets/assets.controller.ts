import { type Asset, Assets } from '@app/accounts';
import { Body, Controller, Get, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { authorOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { AssetAnswer, AssetChangeBody, AssetPage, AssetParams, NewAssetBody } from './asset.dto.js';

@ApiTags('Assets')
@Controller('v1/assets')
export class AssetsController {
  constructor(private readonly known: Assets) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'List all assets' })
  @ApiOkResponse({ type: AssetPage })
  @ApiProblems('database-unavailable')
  async listAssets(): Promise<AssetPage> {
    return { data: await this.known.list(), hasMore: false };
  }

  @Post()
  @RequiresScope('admin')
  @ApiOperation({ summary: 'Create an asset' })
  @ApiCreatedResponse({ type: AssetAnswer })
  @TakesJson()
  @ApiProblems('asset-exists', 'database-unavailable', 'outcome-unknown')
  async createAsset(@Body() body: NewAssetBody, @Req() request: FastifyRequest): Promise<AssetAnswer> {
    const { code, minAmount = 1, maxAmount = Number.MAX_SAFE_INTEGER } = body;
    if (minAmount > maxAmount) throw emptyRange({ minAmount, maxAmount }, body);
    const asset = await this.known.create(body, authorOf(request));
    if (!asset) throw new ProblemError('asset-exists', `There is an asset ${code} already.`, { asset: code });
    return asset;
  }

  @Patch(':code')
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'Change the name or limits of an asset, or retire it',
    description:
      'Omitted members keep their values. The change applies to every posting sent after the answer. A retired asset cannot be credited: top-ups, bonuses, rewards and conversions into it are refused with `asset-retired`. Spends, purchases, conversions out of it and reads still work. `retired: false` restores the asset.',
  })
  @ApiOkResponse({ type: AssetAnswer })
  @TakesJson()
  @ApiProblems('asset-not-found', 'database-unavailable', 'outcome-unknown')
  async changeAsset(
    @Param() { code }: AssetParams,
    @Body() body: AssetChangeBody,
    @Req() request: FastifyRequest,
  ): Promise<AssetAnswer> {
    const changed = await this.known.change(code, body, authorOf(request));
    if (changed) return changed;
    const asset = await this.known.find(code);
    if (!asset) throw new ProblemError('asset-not-found', undefined, { asset: code });
    throw emptyRange({ ...asset, ...body }, body);
  }
}

/** `minAmount` would exceed `maxAmount`. The fault points at the member that the caller sent. */
function emptyRange(
  { minAmount, maxAmount }: Pick<Asset, 'minAmount' | 'maxAmount'>,
  given: Partial<Pick<Asset, 'minAmount' | 'maxAmount'>>,
): ProblemError {
  const pointer = given.minAmount === undefined ? '/maxAmount' : '/minAmount';
  const detail = `leaves no amount between minAmount, ${minAmount}, and maxAmount, ${maxAmount}`;
  return validationProblem([{ pointer, detail }]);
}
