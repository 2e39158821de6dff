import type { Refusal } from './refusal.js';

/**
 * The order in which refusals are considered, for every posting. Execution reports the first failing check; a dry run will report
 * them all.
 */
export const ladder = [
  'known',
  'payment',
  'asset',
  'catalogue',
  'amount-range',
  'precondition',
  'frozen',
  'funds',
  'caps',
  'budget',
  'limits',
] as const;

export type Rung = (typeof ladder)[number];

/** Rungs checked before the amounts of a posting are resolved. */
export type EarlyRung = 'known' | 'payment' | 'asset' | 'catalogue';
/** Rungs that check the legs' effect on the accounts. */
export type LateRung = Exclude<Rung, EarlyRung>;

/** One check with its place in the ladder. Pure. */
export interface NamedCheck<Context, R extends Refusal = Refusal, Place extends Rung = Rung> {
  readonly rung: Place;
  /** The code of the refusal it returns. */
  readonly code: R['code'];
  refusal(context: Context): R | undefined;
}

/** Sorts checks into the order of the ladder. Checks of one rung keep their order. */
export function inLadderOrder<Context>(
  checks: readonly NamedCheck<Context>[],
): readonly NamedCheck<Context>[] {
  return checks.toSorted((one, other) => ladder.indexOf(one.rung) - ladder.indexOf(other.rung));
}

/** The refusal of the first check that fails; `undefined` if all pass. */
export function firstRefusal<Context>(
  checks: readonly NamedCheck<Context>[],
  context: Context,
): Refusal | undefined {
  for (const check of checks) {
    const refusal = check.refusal(context);
    if (refusal) return refusal;
  }
  return undefined;
}
