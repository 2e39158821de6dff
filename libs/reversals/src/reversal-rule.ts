import { type DebtEvent, debtEffect } from '@app/debts';
import type { AskedOf, Examined, Fact, LockedWallet, NamedCheck, Resolved, Rule, Session } from '@app/ledger';
import type { Asked } from './asked.js';
import type { Part } from './parts.js';
import { legsFor } from './parts.js';
import { planReinstatement } from './plan-reinstatement.js';
import { planReversal } from './plan-reversal.js';
import { noFigures, type Plan, type Planned } from './plan.js';
import { type Figures, factKey, factsOf, type PartFact, readParts } from './reversal-facts.js';
import type { ReversalRefusal, SharedRefusal } from './reversal-refusal.js';
import { effectName, reversalEffect, type ReversalRow } from './reversal-row.js';

type Refused = ReversalRefusal | SharedRefusal;
type Check = NamedCheck<Examined<Asked>, Refused, 'known' | 'catalogue'>;

/** Decides reversals and reinstatements: both change the running totals of an original. */
export const reversalRule: Rule<Asked, Refused> = {
  name: 'reversal',
  routes: (asked) => {
    if (asked.kind === 'unknown' || asked.kind === 'irreversible') return [];
    const direction = asked.kind === 'reversal' ? 'back' : 'again';
    return asked.parts.flatMap((part) => legsFor(part, part.amount, direction));
  },
  before: readParts,
  session: (facts: readonly Fact[]) => new ReversalSession(factsOf(facts), new Map(), new Map()),
};

type Total = Pick<PartFact, 'number' | 'reversed'>;

class ReversalSession implements Session<Asked, Refused> {
  constructor(
    private readonly facts: ReadonlyMap<string, PartFact>,
    /** What this batch has changed: running totals by part, and what was reinstated by part of a reversal. */
    private readonly totals: ReadonlyMap<string, Total>,
    private readonly reinstated: ReadonlyMap<string, Figures>,
  ) {}

  readonly checks: readonly Check[] = [
    {
      rung: 'known',
      code: 'transaction-not-found',
      blocking: true,
      refusal: ({ asked }) =>
        asked.kind === 'unknown' ? { code: 'transaction-not-found', ...asked.named } : undefined,
    },
    {
      rung: 'known',
      code: 'not-reversible',
      blocking: true,
      refusal: ({ asked }) =>
        asked.kind === 'irreversible' ? { code: 'not-reversible', transactionType: asked.type } : undefined,
    },
    this.planned('known', 'reversal-exceeds-original'),
    this.planned('catalogue', 'amount-not-convertible'),
    // What a user owes is limited like a balance.
    this.planned('catalogue', 'balance-limit-exceeded'),
  ];

  resolve(asking: AskedOf<Asked>, wallet: LockedWallet): Resolved {
    const { legs, earmarks, rows, debts } = requirePlan(this.plan(asking, wallet));
    return { legs, earmarks, effects: [...rows.map(reversalEffect), ...inOrder(debts).map(debtEffect)] };
  }

  accept(_asking: AskedOf<Asked>, { effects = [] }: Resolved): ReversalSession {
    const totals = new Map(this.totals);
    const reinstated = new Map(this.reinstated);
    for (const { kind, data } of effects) {
      if (kind !== effectName) continue;
      const row = data as ReversalRow;
      totals.set(totalKey(row), { number: row.number, reversed: row.reversedAfter });
      if (row.reinstates === null) continue;
      const key = factKey({ ...row, reversalId: row.reinstates });
      reinstated.set(key, plus(reinstated.get(key) ?? noFigures, row));
    }
    return new ReversalSession(this.facts, totals, reinstated);
  }

  private planned(rung: Check['rung'], code: Refused['code']): Check {
    return {
      rung,
      code,
      blocking: true,
      refusal: (examined) => {
        const planned = this.plan(examined, examined.wallet);
        return 'refusal' in planned && planned.refusal.code === code ? planned.refusal : undefined;
      },
    };
  }

  private plan({ asked, transactionId }: AskedOf<Asked>, wallet: LockedWallet): Planned {
    if (asked.kind === 'unknown' || asked.kind === 'irreversible')
      throw new Error(`A request that is ${asked.kind} was not refused`);
    const reversalId = asked.kind === 'reinstatement' ? asked.reversalId : null;
    const { originalId } = asked;
    const factOf = ({ operation }: Part) => this.factOf({ originalId, operation, reversalId });
    const ground = { transactionId, wallet, factOf };
    return asked.kind === 'reversal' ? planReversal(asked, ground) : planReinstatement(asked, ground);
  }

  private factOf(of: Parameters<typeof factKey>[0]): PartFact {
    const fact = this.facts.get(factKey(of));
    if (!fact) throw new Error(`Nothing was read about part ${of.operation} of ${of.originalId}`);
    const now = this.reinstated.get(factKey(of));
    return {
      ...fact,
      ...this.totals.get(totalKey(of)),
      ...(now && { reinstated: plus(fact.reinstated, now) }),
    };
  }
}

/** The order in which the events of a transaction are hashed: by account and number. */
function inOrder(events: readonly DebtEvent[]): DebtEvent[] {
  return events.toSorted((one, other) =>
    one.accountId === other.accountId ? one.number - other.number : one.accountId < other.accountId ? -1 : 1,
  );
}

function requirePlan(planned: Planned): Plan {
  if ('refusal' in planned) throw new Error(`A check should have refused: ${planned.refusal.code}`);
  return planned;
}

function totalKey({ originalId, operation }: { originalId: string; operation: number }): string {
  return `${originalId}/${operation}`;
}

function plus(one: Figures, other: Figures): Figures {
  return {
    asked: one.asked + other.asked,
    taken: one.taken + other.taken,
    owed: one.owed + other.owed,
    writtenOff: one.writtenOff + other.writtenOff,
  };
}
