import { systemOwner, userOwner } from '@app/accounts';
import type { Asking, AskedOf, Fact, NamedCheck, Resolved, Rule, Session } from '@app/ledger';
import {
  availableAgainAt,
  type Completer,
  type CompletionLimit,
  periodOf,
  requireCompletableBy,
} from '../completion.js';
import type { RefusalOf } from './catalog-refusal.js';
import { requireSameAsset, routedIn, singleRoute } from './routes.js';
import { taskCompletion } from './task-completion.js';

/** What the completion of a task asks for. */
export interface TaskCompletion {
  task: string;
  by: Completer;
  /** The asset of the task, which never changes; `undefined` if no such task was found when the posting was described. */
  asset: string | undefined;
  userId: string;
}

interface RewardedTask extends Fact {
  code: string;
  name: string;
  asset: string;
  reward: string;
  limit: CompletionLimit;
  completedBy: Completer;
  retired: boolean;
  userId: string;
  period: string | null;
}

type TaskRefusal = RefusalOf<'task-not-found' | 'task-retired' | 'task-already-completed'>;
type Check = NamedCheck<AskedOf<TaskCompletion>, TaskRefusal, 'catalogue'>;

/**
 * How many periods of a user and a task are read: the latest ones. `now` is not known yet; it falls into one of them even if the clock
 * of the database went back by days. `once` sorts behind every date.
 */
const latestPeriods = 4;

/** The reward of a task is what the task says at the moment of the decision. It goes from promotions to the user. */
export const taskRule: Rule<TaskCompletion, TaskRefusal> = {
  name: 'task',
  routes: ({ asset, userId }) => singleRoute(systemOwner('promotions'), userOwner(userId), asset),
  before: readTasks,
  session: (facts, { now }) => new TaskSession(factsOf(facts as readonly RewardedTask[]), now),
};

/** Each task comes once for each user who asks and each period in which that user has completed it, or once without a period. */
function readTasks(asking: readonly Asking<TaskCompletion>[]) {
  const shards = asking.map(({ shard }) => shard);
  return {
    sql: `SELECT tasks.code, tasks.name, tasks.asset_code AS asset, tasks.reward, tasks.completion_limit AS "limit",
                 tasks.completed_by AS "completedBy", tasks.retired, wanted.user_id AS "userId", completed.period
          FROM unnest($1::smallint[], $2::text[], $3::text[]) AS wanted (shard, user_id, task_code)
          JOIN tasks ON tasks.code = wanted.task_code
          LEFT JOIN LATERAL (
            SELECT period FROM task_completions
            WHERE shard = wanted.shard AND shard = ANY ($4::smallint[]) AND user_id = wanted.user_id
              AND task_code = wanted.task_code
            ORDER BY period DESC LIMIT ${latestPeriods}
          ) AS completed ON true`,
    parameters: [
      shards,
      asking.map(({ userId }) => userId),
      asking.map(({ asked }) => asked.task),
      [...new Set(shards)],
    ],
  };
}

interface TaskFacts {
  tasks: ReadonlyMap<string, RewardedTask>;
  completed: ReadonlySet<string>;
}

function factsOf(rows: readonly RewardedTask[]): TaskFacts {
  return {
    tasks: new Map(rows.map((task) => [task.code, task])),
    completed: new Set(
      rows.flatMap(({ userId, code, period }) =>
        period === null ? [] : [completionKey({ userId, task: code, period })],
      ),
    ),
  };
}

class TaskSession implements Session<TaskCompletion, TaskRefusal> {
  constructor(
    private readonly facts: TaskFacts,
    private readonly now: Date,
    /** What this batch has completed, by `completionKey`. */
    private readonly accepted: readonly string[] = [],
  ) {}

  readonly checks: readonly Check[] = [
    {
      rung: 'catalogue',
      code: 'task-not-found',
      refusal: (asking) =>
        this.taskOf(asking) ? undefined : { code: 'task-not-found', task: asking.asked.task },
    },
    {
      rung: 'catalogue',
      code: 'task-retired',
      refusal: (asking) =>
        this.taskOf(asking)?.retired ? { code: 'task-retired', task: asking.asked.task } : undefined,
    },
    {
      rung: 'catalogue',
      code: 'task-already-completed',
      refusal: (asking) => {
        const task = this.taskOf(asking);
        return task && this.isCompleted(task, asking.userId) ? alreadyCompleted(task, this.now) : undefined;
      },
    },
  ];

  resolve(asking: AskedOf<TaskCompletion>): Resolved {
    const { routes, asked } = asking;
    const task = this.taskOf(asking);
    if (!task) throw new Error(`the task ${asked.task} was not refused`);
    const period = periodOf(task.limit, this.now);
    const completion = { task: task.code, ...(period !== undefined && { period }) };
    return {
      legs: routes.map((route) => ({ ...route, amount: Number(task.reward) })),
      description: task.name,
      metadata: { task: completion },
      ...(period !== undefined && { effects: [taskCompletion({ task: task.code, period })] }),
    };
  }

  accept(asking: AskedOf<TaskCompletion>): TaskSession {
    const task = this.taskOf(asking);
    const period = task && periodOf(task.limit, this.now);
    if (period === undefined) return this;
    const { userId, asked } = asking;
    const key = completionKey({ userId, task: asked.task, period });
    return new TaskSession(this.facts, this.now, [...this.accepted, key]);
  }

  /**
   * Throws CatalogError `forbidden` if the task was closed to players after the posting was described. An exception, unlike a
   * refusal, is stored nowhere.
   */
  private taskOf({ asked, routes }: AskedOf<TaskCompletion>): RewardedTask | undefined {
    const task = routedIn(routes) ? this.facts.tasks.get(asked.task) : undefined;
    if (!task) return undefined;
    requireSameAsset(task, routes);
    requireCompletableBy(asked.by, task);
    return task;
  }

  private isCompleted({ code, limit }: RewardedTask, userId: string): boolean {
    const period = periodOf(limit, this.now);
    if (period === undefined) return false;
    const key = completionKey({ userId, task: code, period });
    return this.facts.completed.has(key) || this.accepted.includes(key);
  }
}

function alreadyCompleted({ code, limit }: RewardedTask, now: Date): TaskRefusal {
  const availableAt = availableAgainAt(limit, now)?.toISOString();
  return { code: 'task-already-completed', task: code, ...(availableAt !== undefined && { availableAt }) };
}

function completionKey({ userId, task, period }: { userId: string; task: string; period: string }): string {
  return `${userId}\n${task}\n${period}`;
}
