import { ConversionRates } from '@app/catalog';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { authorOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import {
  ConversionRateAnswer,
  ConversionRateBody,
  ConversionRatePage,
  ConversionRateParams,
} from './conversion.dto.js';

@ApiTags('Conversion')
@Controller('v1/conversion-rates')
export class ConversionRatesController {
  constructor(private readonly rates: ConversionRates) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'List all conversion rates' })
  @ApiOkResponse({ type: ConversionRatePage })
  @ApiProblems('database-unavailable')
  async listConversionRates(): Promise<ConversionRatePage> {
    return { data: await this.rates.list(), hasMore: false };
  }

  @Put(':from/:to')
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Set the conversion rate from one asset to another',
    description:
      'Conversions sent after the answer use the new rate. A rate is refused if a cycle of conversions could create credits.',
  })
  @ApiOkResponse({ type: ConversionRateAnswer })
  @TakesJson()
  @ApiProblems(
    'asset-not-found',
    'conversion-cycle-creates-credits',
    'too-many-conversion-rates',
    'database-unavailable',
    'outcome-unknown',
  )
  async setConversionRate(
    @Param() { from, to }: ConversionRateParams,
    @Body() { fromAmount, toAmount }: ConversionRateBody,
    @Req() request: FastifyRequest,
  ): Promise<ConversionRateAnswer> {
    if (from === to) {
      throw validationProblem([
        { pointer: '/to', detail: 'must be another asset than the one that is given' },
      ]);
    }
    const rate = { from, to, fromAmount, toAmount };
    await this.rates.offer(rate, authorOf(request));
    return rate;
  }

  @Delete(':from/:to')
  @HttpCode(204)
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Remove a conversion rate',
    description: 'Answers the same if there is no such rate, so a retry is safe.',
  })
  @ApiNoContentResponse({ description: 'There is no such rate.' })
  @ApiProblems('body-too-large', 'unsupported-media-type')
  @ApiProblems('validation-failed', 'database-unavailable', 'outcome-unknown')
  async removeConversionRate(
    @Param() pair: ConversionRateParams,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.rates.withdraw(pair, authorOf(request));
  }
}
