import 'reflect-metadata';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { startSmallApplication } from '../../../../../test/support/small-application.js';
import { LimitQuery } from './limit.js';
import { IsAmount, IsAssetCode, IsMetadata, MayBeLeftOut } from './rules.js';

class AssetParams {
  @IsAssetCode()
  asset!: string;
}

class AmountBody {
  @IsAmount()
  amount!: number;

  @MayBeLeftOut()
  @IsMetadata()
  metadata?: object;
}

/** No handler here has an access rule, because validation does not depend on one. */
@Controller(':asset')
class PartsController {
  @Post('declared')
  declared(@Param() params: AssetParams, @Query() query: LimitQuery, @Body() body: AmountBody): object {
    return { params, query, body };
  }

  @Post('reversed')
  reversed(@Body() body: AmountBody, @Query() query: LimitQuery, @Param() params: AssetParams): object {
    return { params, query, body };
  }

  @Get('named')
  named(@Param('asset') asset: string, @Query('limit') limit: string): object {
    return { asset, limit };
  }

  @Post('member')
  member(@Body('amount') amount: number): object {
    return { amount };
  }
}

let app: Awaited<ReturnType<typeof startSmallApplication>>;
beforeAll(async () => {
  app = await startSmallApplication({
    caller: { kind: 'player', userId: 'paula' },
    controllers: [PartsController],
  });
});
afterAll(() => app.close());

async function post(url: string, payload: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  return (await app.inject({ method: 'POST', url, headers, payload })).json();
}

const largeMetadata = JSON.stringify({ note: 'x'.repeat(300) });

describe.each(['declared', 'reversed'])('with parameters in %s order', (handler) => {
  it('passes each part as its DTO', async () => {
    expect(await post(`/GOLD/${handler}?limit=7`, '{"amount": 5}')).toEqual({
      params: { asset: 'GOLD' },
      query: { limit: 7 },
      body: { amount: 5 },
    });
  });

  it.each([
    ['a body that is not JSON', 'G-D', '?limit=0', '{', []],
    ['path', 'G-D', '?limit=0', '{"amount": 0}', ['/asset']],
    ['query', 'GOLD', '?limit=0&page=2', '{"amount": 0}', ['/limit', '/page']],
    [
      'body',
      'GOLD',
      '?limit=1',
      `{"amount": 0, "more": 1, "metadata": ${largeMetadata}}`,
      ['/amount', '/more'],
    ],
    [
      'metadata of a player',
      'GOLD',
      '?limit=1',
      `{"amount": 1, "metadata": ${largeMetadata}}`,
      ['/metadata'],
    ],
  ])('reports the %s first, with all its faults', async (_part, asset, query, body, pointers) => {
    const problem = await post(`/${asset}/${handler}${query}`, body);
    const errors = (problem['errors'] ?? []) as { pointer: string }[];
    expect([problem['code'], errors.map(({ pointer }) => pointer)]).toEqual([
      pointers.length === 0 ? 'malformed-json' : 'validation-failed',
      pointers,
    ]);
  });
});

it('passes a part taken by name unchanged', async () => {
  const { statusCode, body } = await app.inject({ method: 'GET', url: '/G-D/named?limit=ten' });
  expect([statusCode, JSON.parse(body)]).toEqual([200, { asset: 'G-D', limit: 'ten' }]);
});

it('rejects a handler that takes one member of the body, which would bypass validation', async () => {
  expect(await post('/GOLD/member', '{"amount": 5}')).toMatchObject({ status: 500, code: 'internal' });
});
