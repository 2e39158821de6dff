import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, NamedCheck, Resolved, Rule, Session } from '@app/ledger';
import { availableAgainAt, periodOf, requireCompletableBy } from '../completion.js';
import type { RefusalOf } from './catalog-refusal.js';
import { requireSameAsset, routedIn, singleRoute } from './routes.js';
import { taskCompletion } from './task-completion.js';
import {
  completionKey,
  factsOf,
  readTasks,
  type RewardedTask,
  type TaskCompletion,
  type TaskFacts,
} from './task-facts.js';

type TaskRefusal = RefusalOf<'task-not-found' | 'task-retired' | 'task-already-completed'>;
type Check = NamedCheck<AskedOf<TaskCompletion>, TaskRefusal, 'catalogue'>;

/** Pays the reward as of the decision, from promotions to the user. */
export const taskRule: Rule<TaskCompletion, TaskRefusal> = {
  name: 'task',
  routes: ({ asset, userId }) => singleRoute(systemOwner('promotions'), userOwner(userId), asset),
  before: readTasks,
  session: (facts, { now }) => new TaskSession(factsOf(facts), now),
};

class TaskSession implements Session<TaskCompletion, TaskRefusal> {
  constructor(
    private readonly facts: TaskFacts,
    private readonly now: Date,
    /** Completed earlier in this batch, by `completionKey`. */
    private readonly accepted: readonly string[] = [],
  ) {}

  readonly checks: readonly Check[] = [
    {
      rung: 'catalogue',
      code: 'task-not-found',
      blocking: true,
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
    if (!task) throw new Error(`No task ${asked.task}; the checks should have refused`);
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
   * Throws CatalogError `forbidden` if the task was closed to players after the posting was described. Unlike a refusal, an
   * exception is not stored.
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
