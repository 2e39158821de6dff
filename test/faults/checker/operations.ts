import { randomOf } from '../../support/random.js';

/** A request that moves credits, under its key. Two operations of one key are copies, or one of them misuses the key. */
export interface Operation {
  index: number;
  key: string;
  userId: string;
  asset: string;
  flow: 'topup' | 'bonus' | 'spend';
  amount: number;
  /** How many times it is sent at the same moment. */
  copies: number;
}

export interface OperationMix {
  seed: number;
  users: number;
  /** Tells the keys and users of this list from those of another on the same database. */
  prefix?: string;
}

const assets = ['GOLD', 'SILVER'];
/** How far back a later copy, or a misuse, looks for its key: near enough to meet the first one still under way. */
const recent = 200;

/**
 * The endless list of operations that a seed stands for. Spends are nearly as frequent as credits and larger, so that
 * balances stay low and some are refused. One in ten is sent twice at once, one in twenty is a copy of an earlier
 * one, one in fifty takes an earlier key for another amount; half of them concern a tenth of the users.
 */
export function* operationsOf({ seed, users, prefix = 'user' }: OperationMix): Generator<Operation, never> {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const earlier: Operation[] = [];
  for (let index = 0; ; index++) {
    const kind = random();
    const again = earlier[below(earlier.length)];
    let operation: Operation;
    if (again && kind < 0.05) operation = { ...again, index, copies: 1 };
    else if (again && kind < 0.07) operation = { ...again, index, copies: 1, amount: again.amount + 1 };
    else {
      const flow = (['topup', 'topup', 'bonus', 'spend', 'spend'] as const)[below(5)] ?? 'topup';
      operation = {
        index,
        key: `${prefix}-${seed}-${index}`,
        userId: `${prefix}-${random() < 0.5 ? below(Math.ceil(users / 10)) : below(users)}`,
        asset: assets[below(assets.length)] ?? 'GOLD',
        flow,
        amount: 1 + below(flow === 'spend' ? 60 : 40),
        copies: kind < 0.17 ? 2 : 1,
      };
      earlier.push(operation);
      if (earlier.length > recent) earlier.shift();
    }
    yield operation;
  }
}
