import { exactInteger, FoundCache } from '@app/accounts';
import { type Author, recordChange, type Terms } from '@app/changes';
import { inTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import type { CatalogPage } from './catalog-page.js';
import { type Completer, requireCompletableBy } from './completion.js';
import { TaskEntity } from './task.entity.js';

export type Task = TaskEntity;

type TaskChange = Partial<Pick<Task, 'name' | 'reward' | 'completedBy' | 'retired'>>;

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
  async create(wanted: Omit<Task, 'retired'>, by: Author): Promise<Task> {
    const { code, name, asset, reward, limit, completedBy } = wanted;
    requireLimited(wanted);
    await requireAsset(this.dataSource, asset);
    return inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<TaskRow[]>(
        `INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING ${taskColumns}`,
        [code, name, asset, reward, limit, completedBy],
      );
      if (!row) throw taskExists(code);
      const task = toTask(row);
      await recordChange(manager, { kind: 'task', subject: code, by, before: null, after: termsOf(task) });
      return task;
    });
  }

  /**
   * Changes the given members and returns the updated task; `undefined` if it does not exist. Throws CatalogError
   * `player-task-unlimited`. Concurrent changes are serialised: the second sees the first.
   */
  change(code: string, change: TaskChange, by: Author): Promise<Task | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const task = await manager.findOne(TaskEntity, {
        where: { code },
        lock: { mode: 'for_no_key_update' },
      });
      if (!task) return undefined;
      const { name = task.name, reward = task.reward, retired = task.retired } = change;
      const { completedBy = task.completedBy } = change;
      const changed = { ...task, name, reward, completedBy, retired };
      requireLimited(changed);
      await manager.update(TaskEntity, { code }, { name, reward, completedBy, retired });
      const [before, after] = [termsOf(task), termsOf(changed)];
      await recordChange(manager, { kind: 'task', subject: code, by, before, after });
      return changed;
    });
  }
}

/** What the record of changes has of a task. */
function termsOf({ name, asset, reward, limit, completedBy, retired }: Task): Terms {
  return { name, asset, reward, limit, completedBy, retired };
}

/** Throws CatalogError `player-task-unlimited`. */
function requireLimited({ code, limit, completedBy }: Pick<Task, 'code' | 'limit' | 'completedBy'>): void {
  if (completedBy === 'client' || limit !== 'unlimited') return;
  throw new CatalogError(
    'player-task-unlimited',
    `The task ${code} is unlimited: players cannot be allowed to complete it.`,
    { task: code },
  );
}

function taskExists(code: string): CatalogError {
  return new CatalogError('task-exists', `A task with the code ${code} already exists.`, { task: code });
}

function toTask(row: TaskRow): Task {
  return { ...row, reward: exactInteger(row.reward) };
}
