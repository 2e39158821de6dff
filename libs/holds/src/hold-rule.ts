import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, NamedCheck, Resolved, Route, Rule, Session } from '@app/ledger';
import type { Authorise, Capture, HoldAsked, Void } from './hold-asked.js';
import { accountKey, type HoldFacts, holdFactsOf, type KnownHold, readHoldFacts } from './hold-facts.js';
import type { HoldRefusal } from './hold-refusal.js';
import { type Hold, isLapsed, mostOpenHolds, remainingOf } from './hold.js';
import { authorise, capture, release } from './resolve-hold.js';

/**
 * Authorises, captures and voids holds. A capture moves credits to revenue. The others move nothing and lock no stripe, unless the asset is
 * unknown: the ledger finds out by the missing stripe.
 */
export const holdRule: Rule<HoldAsked, HoldRefusal> = {
  name: 'hold',
  routes: ({ action, userId, asset, assetExists }): Route[] => {
    const route = { source: userOwner(userId), destination: systemOwner('revenue'), asset };
    return [action === 'capture' || !assetExists ? route : { ...route, locks: 'user' }];
  },
  before: readHoldFacts,
  session: (facts, { now }) => new HoldSession(holdFactsOf(facts), now),
};

type Check = NamedCheck<AskedOf<HoldAsked>, HoldRefusal, 'known' | 'catalogue'>;
type Closing = AskedOf<Capture | Void>;

class HoldSession implements Session<HoldAsked, HoldRefusal> {
  constructor(
    private readonly facts: HoldFacts,
    private readonly now: Date,
  ) {}

  readonly checks: readonly Check[] = [
    this.ofNamed('known', 'hold-not-found', ({ asked: { holdId } }, hold) =>
      hold ? undefined : { code: 'hold-not-found', holdId },
    ),
    this.ofNamed('known', 'hold-lapsed', (_asking, hold) =>
      // mutant: lapse
      hold && isLapsed(hold, this.now)
        ? { code: 'hold-lapsed', holdId: hold.id, expiresAt: hold.expiresAt.toISOString() }
        : undefined,
    ),
    this.ofNamed('known', 'hold-closed', (_asking, hold) => hold && closed(hold)),
    this.ofNamed('catalogue', 'capture-exceeds-hold', ({ asked }, hold) => hold && exceeding(asked, hold)),
    {
      rung: 'catalogue',
      code: 'too-many-holds',
      refusal: ({ asked }) =>
        asked.action === 'authorise' && this.openHoldsOf(asked) >= mostOpenHolds
          ? { code: 'too-many-holds', asset: asked.asset, limit: mostOpenHolds }
          : undefined,
    },
  ];

  resolve(asking: AskedOf<HoldAsked>, wallet: Parameters<Session['resolve']>[1]): Resolved {
    const { asked, transactionId } = asking;
    const on = { account: wallet.account(asked.asset), now: this.now, at: wallet.at, transactionId };
    if (asked.action === 'authorise') return authorise(asked, on);
    const hold = this.find(asked);
    if (!hold) throw new Error(`There is no hold ${asked.holdId}; the checks should have refused`);
    return asked.action === 'capture'
      ? capture(asked, hold, { ...on, routes: asking.routes })
      : release(hold, 'void', on);
  }

  accept({ asked, transactionId }: AskedOf<HoldAsked>, { effects = [] }: Resolved): HoldSession {
    const named = new Map(this.facts.named);
    const expiries = new Map(this.facts.expiries);
    for (const { data } of effects) {
      const { hold, number } = data as { hold: Hold; number: number };
      named.set(hold.id, { ...hold, events: number });
      if (hold.id !== transactionId && hold.status === 'open') continue;
      expiries.set(accountKey(asked), withOrWithout(expiries.get(accountKey(asked)) ?? [], hold));
    }
    return new HoldSession({ named, expiries }, this.now);
  }

  /** A check of the hold that a capture or void names. */
  private ofNamed(
    rung: 'known' | 'catalogue',
    code: HoldRefusal['code'],
    refusalOf: (asking: Closing, hold: KnownHold | undefined) => HoldRefusal | undefined,
  ): Check {
    return {
      rung,
      code,
      blocking: true,
      refusal: (asking) =>
        'holdId' in asking.asked ? refusalOf(asking as Closing, this.find(asking.asked)) : undefined,
    };
  }

  /** Only a hold in the account that the request names. */
  private find({ holdId, userId, asset }: Capture | Void): KnownHold | undefined {
    const hold = this.facts.named.get(holdId);
    return hold?.userId === userId && hold.asset === asset ? hold : undefined;
  }

  private openHoldsOf(asked: Authorise): number {
    const expiries = this.facts.expiries.get(accountKey(asked)) ?? [];
    return expiries.filter((expiry) => expiry > this.now.getTime()).length;
  }
}

function closed({ id, status, closedAt }: KnownHold): HoldRefusal | undefined {
  if (status !== 'captured' && status !== 'voided') return undefined;
  return { code: 'hold-closed', holdId: id, closedAs: status, closedAt: closedAt?.toISOString() ?? '' };
}

function exceeding(asked: Capture | Void, hold: KnownHold): HoldRefusal | undefined {
  const remaining = remainingOf(hold);
  if (asked.action === 'void' || asked.amount === undefined || asked.amount <= remaining) return undefined;
  return { code: 'capture-exceeds-hold', holdId: hold.id, amount: asked.amount, remaining };
}

/** The expiries of open holds after one was opened or closed. */
function withOrWithout(expiries: readonly number[], { status, expiresAt }: Hold): readonly number[] {
  const expiry = expiresAt.getTime();
  if (status === 'open') return [...expiries, expiry];
  const index = expiries.indexOf(expiry);
  return index < 0 ? expiries : expiries.toSpliced(index, 1);
}
