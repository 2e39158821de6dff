import { CatalogError } from './catalog-error.js';

/** How often one user may complete a task. */
export const completionLimits = ['once', 'daily', 'unlimited'] as const;
export type CompletionLimit = (typeof completionLimits)[number];

/**
 * Who may complete a task: only clients on behalf of a user, or players too. A client always may: it represents the game, which
 * knows what the player did.
 */
export const completers = ['client', 'player'] as const;
export type Completer = (typeof completers)[number];

/** Throws CatalogError `forbidden`. */
export function requireCompletableBy(
  by: Completer,
  { code, completedBy }: { code: string; completedBy: Completer },
): void {
  if (by === 'client' || completedBy === 'player') return;
  throw new CatalogError(
    'forbidden',
    `Players cannot complete the task ${code}; a client does it for them.`,
    {
      task: code,
    },
  );
}

/** The period of a completion at this time; `undefined` if completions are unlimited. */
export function periodOf(limit: CompletionLimit, now: Date): string | undefined {
  if (limit === 'unlimited') return undefined;
  return limit === 'once' ? 'once' : utcDate(now);
}

/** When a task completed at this time can be completed again; `undefined` if never. */
export function availableAgainAt(limit: CompletionLimit, now: Date): Date | undefined {
  if (limit === 'once') return undefined;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}

function utcDate(time: Date): string {
  return time.toISOString().slice(0, 10);
}
