import { randomOf } from '../../support/random.js';

/** A request that moves credits, under its key. Two operations of one key are copies, or one of them misuses the key. */
export interface Operation {
  index: number;
  key: string;
  userId: string;
  asset: string;
  flow: 'topup' | 'bonus' | 'spend';
  amount: number;
  /** The id of the payment that a top-up credits. */
  payment?: string;
  /** The number of simultaneous copies. */
  copies: number;
}

export interface OperationMix {
  seed: number;
  users: number;
  /** Separates the keys and users of this list from those of another on the same database. */
  prefix?: string;
  /** Half of the top-ups have a payment; one in three of those presents a receipt again, under another key and mostly another user. */
  payments?: boolean;
}

const assets = ['GOLD', 'SILVER'];
/** How far back a later copy or a misuse looks for its key: recent enough to meet the original in flight. */
const recent = 200;

/**
 * The endless list of operations of a seed. Spends are larger than credits and nearly as frequent, which keeps balances low and
 * makes some fail. One in ten is sent twice at once, one in twenty copies an earlier one, one in fifty reuses an earlier key for
 * another amount; half of them concern a tenth of the users.
 */
export function* operationsOf({
  seed,
  users,
  prefix = 'user',
  payments = false,
}: OperationMix): Generator<Operation, never> {
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
        ...(payments && flow === 'topup' && random() < 0.5 && { payment: paymentOf(index) }),
      };
      earlier.push(operation);
      if (earlier.length > recent) earlier.shift();
    }
    yield operation;
  }

  function paymentOf(index: number): string {
    const paid = earlier.flatMap(({ payment }) => payment ?? []);
    const again = paid[below(paid.length)];
    return again !== undefined && random() < 1 / 3 ? again : `${prefix}-${seed}-receipt-${index}`;
  }
}
