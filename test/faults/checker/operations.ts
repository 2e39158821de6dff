import { randomOf } from '../../support/random.js';
import { type Known, livesOf } from './lives.js';

/** A request that moves or reserves credits, under its key. Two operations of one key are copies, or one of them misuses the key. */
export interface Operation {
  index: number;
  key: string;
  userId: string;
  asset: string;
  flow: 'topup' | 'bonus' | 'spend' | 'authorise' | 'capture' | 'void' | 'reverse';
  /** 0 for a void. */
  amount: number;
  /** The id of the payment that a top-up credits. */
  payment?: string;
  /** The hold that is captured or voided, or the transaction that is reversed. */
  target?: string;
  /** Of a capture: whether it releases the rest. */
  final?: boolean;
  /** Of a hold, in seconds. */
  expiresIn?: number;
  /** Of a hold: the condition that this much is available. */
  minAvailable?: number;
  /** Of a reversal. A top-up reversed for any of them is owed if it has been spent. */
  cause?: 'refund' | 'chargeback';
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
  /** A third of the operations authorise, capture and void holds, and reverse what was acknowledged. */
  lives?: boolean;
}

const assets = ['GOLD', 'SILVER'];
/** How far back a later copy or a misuse looks for its key: recent enough to meet the original in flight. */
const recent = 200;

/**
 * The endless list of operations of a seed. Spends are larger than credits and nearly as frequent, which keeps balances low and
 * makes some fail. One in ten is sent twice at once, one in twenty copies an earlier one, one in fifty reuses an earlier key for
 * another amount; half of them concern a tenth of the users. With `lives`, what follows an answer depends on `known`.
 */
export function* operationsOf(
  { seed, users, prefix = 'user', payments = false, lives = false }: OperationMix,
  known: Known = { byKey: new Map(), holds: [], originals: [] },
): Generator<Operation, never> {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const nextOfLives = lives ? livesOf(known, below, `${prefix}-quiet-${seed}`) : () => undefined;
  const earlier: Operation[] = [];
  for (let index = 0; ; index++) {
    const kind = random();
    const again = earlier[below(earlier.length)];
    let operation: Operation;
    if (again && kind < 0.05) operation = { ...again, index, copies: 1 };
    else if (again && kind < 0.07 && again.flow !== 'void') {
      operation = { ...again, index, copies: 1, amount: again.amount + 1 };
    } else {
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
      const life = nextOfLives(operation.key);
      if (life) {
        delete operation.payment;
        Object.assign(operation, life);
      }
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
