import type { Asking, Fact, FactStatement } from '@app/ledger';
import type { Completer, CompletionLimit } from '../completion.js';

/** What the completion of a task asks for. */
export interface TaskCompletion {
  task: string;
  by: Completer;
  /** The asset of the task, which never changes; `undefined` if no such task was found when the posting was described. */
  asset: string | undefined;
  userId: string;
}

/** A task with a period in which a user has completed it; `null` for none. */
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
 * How many periods of a user and a task are read: the latest ones. `now` is not known yet; it falls into one of them even if the clock
 * of the database went back by days. `once` sorts behind every date.
 */
const latestPeriods = 4;

/** Each task comes once for each user who asks and each period in which that user has completed it, or once without a period. */
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

/** What a batch depends on: the tasks by code, and what users have completed, by `completionKey`. */
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
