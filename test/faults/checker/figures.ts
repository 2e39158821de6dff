/** The counts of the checker. Its `violations` must be 0. */
export interface CheckerFigures {
  operations: number;
  acknowledged: number;
  refused: number;
  /** Operations whose outcome was unknown: no answer, or 5xx. */
  unknown: number;
  /** Unknown outcomes that had been decided: the retry was a replay. */
  unknownHadHappened: number;
  /** Unknown outcomes without an effect: the retry did the work. */
  unknownHadNot: number;
  slowestResolutionMs: number;
  acknowledgedMissing: number;
  appliedTwice: number;
  refusedWithEffect: number;
  divergingAnswers: number;
  wrongBalances: number;
  auditFailures: number;
}

/** Must always be 0. */
export const violations = [
  'acknowledgedMissing',
  'appliedTwice',
  'refusedWithEffect',
  'divergingAnswers',
  'wrongBalances',
  'auditFailures',
] as const satisfies readonly (keyof CheckerFigures)[];

export type Violation = (typeof violations)[number];

export const noFigures: CheckerFigures = {
  operations: 0,
  acknowledged: 0,
  refused: 0,
  unknown: 0,
  unknownHadHappened: 0,
  unknownHadNot: 0,
  slowestResolutionMs: 0,
  acknowledgedMissing: 0,
  appliedTwice: 0,
  refusedWithEffect: 0,
  divergingAnswers: 0,
  wrongBalances: 0,
  auditFailures: 0,
};

export function addFigures(all: readonly CheckerFigures[]): CheckerFigures {
  const sum = { ...noFigures };
  for (const figures of all) {
    for (const name of Object.keys(noFigures) as (keyof CheckerFigures)[]) {
      sum[name] =
        name === 'slowestResolutionMs' ? Math.max(sum[name], figures[name]) : sum[name] + figures[name];
    }
  }
  return sum;
}
