import { ConversionRates } from '@app/catalog';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ApiPage, type Page } from '../../request/openapi/page.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { ConversionRateAnswer, ConversionRateBody, ConversionRateParams } from './conversion.dto.js';

@ApiTags('Conversion')
@Controller('v1/conversion-rates')
export class ConversionRatesController {
  constructor(private readonly rates: ConversionRates) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Every conversion that is offered' })
  @ApiPage(ConversionRateAnswer)
  @ApiProblems('database-unavailable')
  async conversionRates(): Promise<Page<ConversionRateAnswer>> {
    return { data: await this.rates.list(), hasMore: false };
  }

  @Put(':from/:to')
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Offer a conversion at this rate, in this direction',
    description:
      'Every conversion that is sent after the answer is made at the new rate. A rate is refused if a cycle of conversions could then create credits.',
  })
  @ApiOkResponse({ type: ConversionRateAnswer })
  @TakesJson()
  @ApiProblems(
    'asset-not-found',
    'conversion-cycle-creates-credits',
    'too-many-conversion-rates',
    'database-unavailable',
  )
  async offerConversion(
    @Param() { from, to }: ConversionRateParams,
    @Body() { fromAmount, toAmount }: ConversionRateBody,
  ): Promise<ConversionRateAnswer> {
    if (from === to) {
      throw validationProblem([
        { pointer: '/to', detail: 'must be another asset than the one that is given' },
      ]);
    }
    const rate = { from, to, fromAmount, toAmount };
    await this.rates.offer(rate);
    return rate;
  }

  @Delete(':from/:to')
  @HttpCode(204)
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Offer a conversion no longer',
    description: 'The answer is the same if it was not offered, so that a retry is harmless.',
  })
  @ApiNoContentResponse({ description: 'The conversion is not offered.' })
  @ApiProblems('body-too-large', 'unsupported-media-type')
  @ApiProblems('validation-failed', 'database-unavailable')
  async withdrawConversion(@Param() pair: ConversionRateParams): Promise<void> {
    await this.rates.withdraw(pair);
  }
}
