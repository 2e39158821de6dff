import { Items } from '@app/catalog';
import { Body, Controller, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { authorOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { ProblemError } from '../../request/problems/problem.js';
import { CatalogQuery, ItemParams } from './catalog.queries.js';
import { ItemAnswer, ItemChangeBody, ItemPage, NewItemBody } from './item.dto.js';

@ApiTags('Catalogue')
@Controller('v1/items')
export class ItemsController {
  constructor(private readonly catalogue: Items) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'List items, sorted by code' })
  @ApiOkResponse({ type: ItemPage })
  @ApiProblems('validation-failed', 'database-unavailable')
  async listItems(@Query() { limit, ...page }: CatalogQuery): Promise<ItemPage> {
    return pageOf(await this.catalogue.list({ ...page, limit: limit + 1 }), limit, (item) => item);
  }

  @Get(':code')
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Get an item, retired or not' })
  @ApiOkResponse({ type: ItemAnswer })
  @ApiProblems('validation-failed', 'item-not-found', 'database-unavailable')
  async getItem(@Param() { code }: ItemParams): Promise<ItemAnswer> {
    return (await this.catalogue.find(code)) ?? notFound(code);
  }

  @Post()
  @RequiresScope('catalog:write')
  @ApiOperation({ summary: 'Create an item' })
  @ApiCreatedResponse({ type: ItemAnswer })
  @TakesJson()
  @ApiProblems('asset-not-found', 'item-exists', 'database-unavailable', 'outcome-unknown')
  createItem(@Body() body: NewItemBody, @Req() request: FastifyRequest): Promise<ItemAnswer> {
    return this.catalogue.create(body, authorOf(request));
  }

  @Patch(':code')
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Change the name or price of an item, retire or restore it',
    description: 'Purchases sent after the answer pay the new price.',
  })
  @ApiOkResponse({ type: ItemAnswer })
  @TakesJson()
  @ApiProblems('item-not-found', 'database-unavailable', 'outcome-unknown')
  async changeItem(
    @Param() { code }: ItemParams,
    @Body() body: ItemChangeBody,
    @Req() request: FastifyRequest,
  ): Promise<ItemAnswer> {
    return (await this.catalogue.change(code, body, authorOf(request))) ?? notFound(code);
  }
}

function notFound(item: string): never {
  throw new ProblemError('item-not-found', undefined, { item });
}
