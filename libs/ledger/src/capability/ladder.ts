import type { Refusal } from './refusal.js';

/**
 * The order in which refusals are considered, for every posting. Execution reports the first failing check; a dry run reports
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
  /** Its failure leaves the checks behind it without input, such as the price of an item that does not exist. */
  readonly blocking?: true;
  refusal(context: Context): R | undefined;
}

/** Sorts checks into the order of the ladder. Checks of one rung keep their order. */
export function inLadderOrder<Context>(
  checks: readonly NamedCheck<Context>[],
): readonly NamedCheck<Context>[] {
  return checks.toSorted((one, other) => ladder.indexOf(one.rung) - ladder.indexOf(other.rung));
}

/** How the checks of a posting are run. */
export interface Climber {
  /** Runs the checks of one stage, in ladder order. Returns a refusal if the posting stops here. */
  climb<Context>(checks: readonly NamedCheck<Context>[], context: Context): Refusal | undefined;
  /** Called with the checks of a stage that the posting does not reach. */
  skip(checks: readonly NamedCheck<never>[]): void;
  /** The first failure among the checks run since `enter`, if the posting went on nevertheless. */
  failed(): Refusal | undefined;
  /** The checks to come are of this operation of a group; of the whole group again if `undefined`. */
  enter(operation: number | undefined): void;
}

/** Stops at the first failure, as execution does. */
export const stopAtFirst: Climber = {
  climb: firstRefusal,
  skip: () => undefined,
  failed: () => undefined,
  enter: () => undefined,
};

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
