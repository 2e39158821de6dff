import type { Asking, Fact, FactStatement } from '@app/ledger';
import type { Completer, CompletionLimit } from '../completion.js';

/** A requested task completion. */
export interface TaskCompletion {
  task: string;
  by: Completer;
  /** The asset of the task, which never changes; `undefined` if the task was not found when the posting was described. */
  asset: string | undefined;
  userId: string;
}

/** A task with one period completed by a user; `null` if none. */
export interface RewardedTask extends Fact {
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

/**
 * How many of the latest periods are read per user and task. The time of the decision is not known yet, but it falls into one of
 * them even if the database clock was set back by days. `once` sorts after every date.
 */
const latestPeriods = 4;

/** Returns a row per task, asking user and completed period, or one row with a null period. */
export function readTasks(asking: readonly Asking<TaskCompletion>[]): FactStatement {
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

/** The facts of a batch: tasks by code, and completions by `completionKey`. */
export interface TaskFacts {
  tasks: ReadonlyMap<string, RewardedTask>;
  completed: ReadonlySet<string>;
}

export function factsOf(facts: readonly Fact[]): TaskFacts {
  const rows = facts as readonly RewardedTask[];
  return {
    tasks: new Map(rows.map((task) => [task.code, task])),
    completed: new Set(
      rows.flatMap(({ userId, code, period }) =>
        period === null ? [] : [completionKey({ userId, task: code, period })],
      ),
    ),
  };
}

/** Equal completions give equal keys. */
export function completionKey({
  userId,
  task,
  period,
}: {
  userId: string;
  task: string;
  period: string;
}): string {
  return `${userId}\n${task}\n${period}`;
}
