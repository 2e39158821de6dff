import { Tasks } from '@app/catalog';
import { Body, Controller, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { authorOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { ProblemError } from '../../request/problems/problem.js';
import { CatalogQuery, TaskParams } from './catalog.queries.js';
import { NewTaskBody, TaskAnswer, TaskChangeBody, TaskPage } from './task.dto.js';

@ApiTags('Catalogue')
@Controller('v1/tasks')
export class TasksController {
  constructor(private readonly catalogue: Tasks) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'List tasks, sorted by code' })
  @ApiOkResponse({ type: TaskPage })
  @ApiProblems('validation-failed', 'database-unavailable')
  async listTasks(@Query() { limit, ...page }: CatalogQuery): Promise<TaskPage> {
    return pageOf(await this.catalogue.list({ ...page, limit: limit + 1 }), limit, (task) => task);
  }

  @Get(':code')
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Get a task, retired or not' })
  @ApiOkResponse({ type: TaskAnswer })
  @ApiProblems('validation-failed', 'task-not-found', 'database-unavailable')
  async getTask(@Param() { code }: TaskParams): Promise<TaskAnswer> {
    return (await this.catalogue.find(code)) ?? notFound(code);
  }

  @Post()
  @RequiresScope('catalog:write')
  @ApiOperation({ summary: 'Create a task' })
  @ApiCreatedResponse({ type: TaskAnswer })
  @TakesJson()
  @ApiProblems(
    'player-task-unlimited',
    'asset-not-found',
    'task-exists',
    'database-unavailable',
    'outcome-unknown',
  )
  createTask(@Body() body: NewTaskBody, @Req() request: FastifyRequest): Promise<TaskAnswer> {
    return this.catalogue.create(body, authorOf(request));
  }

  @Patch(':code')
  @RequiresScope('catalog:write')
  @ApiOperation({
    summary: 'Change the name, reward or completer of a task, retire or restore it',
    description: 'Completions sent after the answer pay the new reward.',
  })
  @ApiOkResponse({ type: TaskAnswer })
  @TakesJson()
  @ApiProblems('task-not-found', 'player-task-unlimited', 'database-unavailable', 'outcome-unknown')
  async changeTask(
    @Param() { code }: TaskParams,
    @Body() body: TaskChangeBody,
    @Req() request: FastifyRequest,
  ): Promise<TaskAnswer> {
    return (await this.catalogue.change(code, body, authorOf(request))) ?? notFound(code);
  }
}

function notFound(task: string): never {
  throw new ProblemError('task-not-found', undefined, { task });
}
