import fc from 'fast-check';

/** One request of a user. `of` names an earlier request by its position among those of its kind. */
export type Action =
  | { kind: 'topup' | 'spend'; amount: number }
  | { kind: 'hold'; amount: number; seconds: number }
  | { kind: 'capture'; of: number; amount: number | undefined; final: boolean }
  | { kind: 'void'; of: number }
  | { kind: 'take back' | 'give back'; of: number; amount: number; upTo: boolean }
  | { kind: 'forgive'; amount: number };

/** Requests that are decided together, after this many seconds. */
export interface Step {
  after: number;
  actions: readonly Action[];
}

/** Few figures: an original is often named with exactly its amount. */
const amount = fc.constantFrom(5, 10, 15, 20);
const of = fc.nat({ max: 2 });

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('topup', 'topup', 'spend'), amount }),
  fc.record({ kind: fc.constant('hold' as const), amount, seconds: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('capture' as const),
    of,
    amount: fc.option(amount, { nil: undefined }),
    final: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('void' as const), of }),
  fc.record({ kind: fc.constantFrom('take back', 'give back'), of, amount, upTo: fc.boolean() }),
  fc.record({ kind: fc.constant('forgive' as const), amount: fc.constantFrom(1, 5, 10) }),
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 3 }),
    actions: fc.array(action, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 2, maxLength: 10 },
);
