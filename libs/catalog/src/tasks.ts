import { exactInteger, FoundCache } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import type { CatalogPage } from './catalog-page.js';
import { type Completer, requireCompletableBy } from './completion.js';
import { TaskEntity } from './task.entity.js';

export type Task = TaskEntity;

type TaskRow = Omit<Task, 'reward'> & { reward: string };

const taskColumns = `code, name, asset_code AS asset, reward, completion_limit AS "limit",
  completed_by AS "completedBy", retired`;

/** Lists and administers tasks. Nothing here moves credits. */
@Injectable()
export class Tasks {
  private readonly assetCodes = new FoundCache(async (code) => (await this.find(code))?.asset);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The asset of this task's reward; `undefined` if the task does not exist. Throws CatalogError `forbidden` if `by` may not
   * complete it. That may change at any time, so it is read for each player and checked again with the reward (`taskRule`).
   */
  async assetFor({ task: code, by }: { task: string; by: Completer }): Promise<string | undefined> {
    if (by === 'client') return this.assetCodes.get(code);
    // Handwritten because every completion by a player reads it, and `findOneBy` costs 80 µs more processor time.
    const [task] = await this.dataSource.query<Pick<Task, 'asset' | 'completedBy'>[]>(
      `SELECT asset_code AS asset, completed_by AS "completedBy" FROM tasks WHERE code = $1`,
      [code],
    );
    if (task) requireCompletableBy(by, { code, ...task });
    return task?.asset;
  }

  /** Handwritten: TypeORM inlines the limit, so connections would prepare a statement for each limit. */
  async list({ limit, startingAfter = '', includeRetired }: CatalogPage): Promise<Task[]> {
    const rows = await this.dataSource.query<TaskRow[]>(
      `SELECT ${taskColumns} FROM tasks WHERE code > $1 AND (NOT retired OR $2) ORDER BY code LIMIT $3`,
      [startingAfter, includeRetired, limit],
    );
    return rows.map(toTask);
  }

  async find(code: string): Promise<Task | undefined> {
    return (await this.dataSource.getRepository(TaskEntity).findOneBy({ code })) ?? undefined;
  }

  /**
   * Throws CatalogError `player-task-unlimited`, `asset-not-found` or `task-exists`. ON CONFLICT DO NOTHING reports a taken code
   * without a second statement; a repository would raise a database error.
   */
  async create({ code, name, asset, reward, limit, completedBy }: Omit<Task, 'retired'>): Promise<Task> {
    if (completedBy === 'player' && limit === 'unlimited') throw playerTaskUnlimited(code);
    await requireAsset(this.dataSource, asset);
    const [row] = await this.dataSource.query<TaskRow[]>(
      `INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING ${taskColumns}`,
      [code, name, asset, reward, limit, completedBy],
    );
    if (!row)
      throw new CatalogError('task-exists', `A task with the code ${code} already exists.`, { task: code });
    return toTask(row);
  }

  /**
   * Changes the given members and returns the updated task; `undefined` if it does not exist. Throws CatalogError
   * `player-task-unlimited`. Handwritten because a repository needs a second statement to return the row, and at least one value
   * to set.
   */
  async change(
    code: string,
    {
      name,
      reward,
      completedBy,
      retired,
    }: Partial<Pick<Task, 'name' | 'reward' | 'completedBy' | 'retired'>>,
  ): Promise<Task | undefined> {
    if (completedBy === 'player') await this.requireLimited(code);
    const [[row]] = await this.dataSource.query<[TaskRow[], number]>(
      `UPDATE tasks SET name = coalesce($2, name), reward = coalesce($3, reward),
         completed_by = coalesce($4, completed_by), retired = coalesce($5, retired)
       WHERE code = $1 RETURNING ${taskColumns}`,
      [code, name, reward, completedBy, retired],
    );
    return row && toTask(row);
  }

  /** A task's limit never changes, so this still holds at the change. */
  private async requireLimited(code: string): Promise<void> {
    const task = await this.find(code);
    if (task?.limit === 'unlimited') throw playerTaskUnlimited(code);
  }
}

function playerTaskUnlimited(code: string): CatalogError {
  return new CatalogError(
    'player-task-unlimited',
    `The task ${code} is unlimited: players cannot be allowed to complete it.`,
    { task: code },
  );
}

function toTask(row: TaskRow): Task {
  return { ...row, reward: exactInteger(row.reward) };
}
