import { availableOf } from '@app/accounts';
import fc from 'fast-check';
import { type Step, steps } from './life/actions.js';
import { ModelAccount } from './life/model.js';
import { Proposals } from './life/proposals.js';
import { StoredAccount } from './life/stored-account.js';

/**
 * Holds, reversals and debts of one account against an obviously correct model. The rules get what their statements would read. Small
 * figures and short lives make refusals, lapses and debts frequent.
 */
const start = Date.UTC(2040, 0, 1);
const at = (seconds: number) => new Date(start + seconds * 1000);

/** Decides all steps, each in one batch or request by request. */
function run(given: readonly Step[], { together }: { together: boolean }) {
  const account = new StoredAccount();
  const proposals = new Proposals();
  let now = 0;
  const accepted = given.flatMap(({ after, actions }) => {
    now += after;
    const proposed = actions.map((action) => proposals.of(action));
    account.originals = proposals.originals;
    const happened = together
      ? account.decide(proposed, at(now))
      : proposed.flatMap((proposal) => account.decide([proposal], at(now)));
    proposals.know(
      new Set(proposed.flatMap(({ transactionId }, index) => (happened[index] ? [transactionId] : []))),
    );
    return happened;
  });
  return { account, accepted, now };
}

const holds = (name: string, property: (given: readonly Step[]) => void) => {
  it(name, () => {
    fc.assert(fc.property(steps, property), { numRuns: 500 });
  });
};

describe.each([
  ['request by request', { together: false }],
  ['in batches', { together: true }],
])('the life of a credit, decided %s', (_how, how) => {
  holds('is that of the model', (given) => {
    const { account, accepted } = run(given, how);
    const model = new ModelAccount();
    expect(accepted).toEqual(model.run(given));
    const last = accepted.lastIndexOf(true) === accepted.length - 1;
    if (last) expect(account.figures()).toEqual(model.figures());
  });

  holds('never holds more than there is, nor lets a lapse come too late', (given) => {
    const { account, now } = run(given, how);
    const { balance, held, owed } = account.figures();
    expect(balance).toBeGreaterThanOrEqual(held);
    expect(owed).toBeGreaterThanOrEqual(0);
    expect(availableOf({ balance, held, owed })).toBe(Math.max(0, balance - held - owed));
    if (held > 0) expect(account.lapsesAt).not.toBeNull();
    const late = new ModelAccount();
    late.run(given);
    late.settle(now + 10);
    account.decide([new Proposals().of({ kind: 'topup', amount: 1 })], at(now + 10));
    const after = account.figures();
    expect({ held: after.held }).toEqual({ held: 0 });
    const { balance: left, owed: debt } = late.figures();
    expect(after.balance - after.owed).toBe(left - debt + 1);
  });
});
