import type { Operation } from './operations.js';

/** What was acknowledged, by the answers alone. */
export interface Known {
  /** By key. */
  byKey: ReadonlyMap<string, Acknowledged>;
  /** Lately. */
  holds: readonly Acknowledged[];
  /** Lately: top-ups and spends. */
  originals: readonly Acknowledged[];
}

/** An operation with the id that its answer named. */
export interface Acknowledged {
  id: string;
  operation: Operation;
  /** Of a hold. */
  expiresAt?: number;
}

type Life = Partial<Operation>;
type Below = (limit: number) => number;

/** Longer than any run, and as short as the service allows. */
const long = 86_400;
const short = 1;
/** A late capture follows the expiry by this much: the clocks of the caller and of the database may differ. */
const lateByMs = 50;

/**
 * Chooses what happens to holds and originals, about a third of all operations; otherwise `undefined`. One in ten holds may lapse. One in
 * twenty captures and reversals names what does not exist.
 */
export function livesOf(known: Known, below: Below, prefix: string): (key: string) => Life | undefined {
  const quietly = quietLives(known, prefix);
  const isQuiet = ({ operation }: Acknowledged) => operation.userId.startsWith(prefix);
  const anyOf = (all: readonly Acknowledged[]) => {
    const others = all.filter((one) => !isQuiet(one));
    return others[below(others.length)];
  };
  const targetOf = ({ id }: Acknowledged) => (below(20) === 0 ? unknownId(below) : id);

  return (key) => {
    const kind = below(100);
    const quiet = kind < 5 ? quietly(key) : undefined;
    if (quiet) return quiet;
    if (kind < 17) {
      const condition = below(20) === 0 && { minAvailable: 20 + below(40) };
      return {
        flow: 'authorise',
        amount: 1 + below(30),
        expiresIn: below(10) === 0 ? short : long,
        ...condition,
      };
    }
    const hold = kind < 29 ? anyOf(known.holds) : undefined;
    if (hold && kind < 25) {
      return on(hold, {
        flow: 'capture',
        target: targetOf(hold),
        amount: 1 + below(20),
        final: below(2) === 0,
      });
    }
    if (hold) return on(hold, { flow: 'void', target: hold.id, amount: 0 });
    const original = kind < 37 ? anyOf(known.originals) : undefined;
    return (
      original && on(original, { flow: 'reverse', target: targetOf(original), ...partOf(original, below) })
    );
  };
}

function partOf({ operation }: Acknowledged, below: Below): Life {
  return { amount: 1 + below(operation.amount), cause: below(2) === 0 ? 'refund' : 'chargeback' };
}

function on({ operation: { userId, asset } }: Acknowledged, life: Life): Life {
  return { userId, asset, ...life };
}

function unknownId(below: Below): string {
  return `00000000-0000-7000-8000-${String(below(1e9)).padStart(12, '0')}`;
}

/**
 * The next step of a user who is left alone: a top-up, a hold that stays open, one that lapses, and its capture, too late. The capture
 * is the first request on the account since the expiry, which books the lapse with it.
 */
function quietLives(known: Known, prefix: string): (key: string) => Life | undefined {
  const steps: readonly (() => Life)[] = [
    () => ({ flow: 'topup', amount: 60 }),
    () => ({ flow: 'authorise', amount: 30, expiresIn: long }),
    () => ({ flow: 'authorise', amount: 20, expiresIn: short, copies: 1 }),
    () => ({ flow: 'capture', amount: 15, final: true, copies: 1 }),
  ];
  /** The users who have not come to an end, with their last key. */
  const lives: { userId: string; taken: number; key: string }[] = [];
  let users = 0;
  return (key) => {
    const isReady = ({ key: last }: { key: string }) => {
      const before = known.byKey.get(last);
      return before !== undefined && !((before.expiresAt ?? 0) + lateByMs > Date.now() && isShort(before));
    };
    let life = lives.find(isReady);
    if (!life) lives.push((life = { userId: `${prefix}-${users++}`, taken: 0, key }));
    const target = known.byKey.get(life.key)?.id;
    const step = steps[life.taken++]!();
    life.key = key;
    if (life.taken === steps.length) lives.splice(lives.indexOf(life), 1);
    return {
      userId: life.userId,
      asset: 'GOLD',
      ...(step.flow === 'capture' && target && { target }),
      ...step,
    };
  };
}

function isShort({ operation }: Acknowledged): boolean {
  return operation.expiresIn === short;
}
