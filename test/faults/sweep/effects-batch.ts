import { setTimeout as sleep } from 'node:timers/promises';
import type { ShardMap } from '@app/accounts';
import { adjustmentRule } from '@app/adjustments';
import { forgivenessRule } from '@app/debts';
import { type Journal, type Posting, postingByRule, type RecordedTransaction } from '@app/ledger';
import { claimPayment } from '@app/payments';
import { partsOf, reversalRule } from '@app/reversals';
import {
  authorise,
  capture,
  keyOf,
  operations,
  reward,
  spend,
  topup,
  voidHold,
} from '../../support/postings.js';
import { inShard } from './swept-batch.js';

/** The users of the batch: one with holds, one who comes to owe, and one whose hold is due to lapse. */
export interface EffectsUsers {
  holder: string;
  debtor: string;
  lapsing: string;
}

/** A batch with every effect that the service knows, and what it starts from. */
export interface EffectsBatch {
  name: string;
  users: EffectsUsers;
  /** In the order in which they are posted. Two have one key. */
  requests: { name: string; posting: Posting; key: ReturnType<typeof keyOf> }[];
  /** The holds that are captured, voided and lapse, and the top-up that is reversed. */
  ids: { captured: string; voided: string; lapsed: string; original: string };
}

export const figuresOfEffects = {
  ...{ captured: 30, voided: 20, authorised: 7, lapsed: 10, payment: 5, adjustment: 4 },
  ...{ reversed: 50, forgiven: 5, credit: 60, repaid: 45 },
};

const { captured, voided, authorised, lapsed, payment, adjustment, reversed, forgiven, credit } =
  figuresOfEffects;
/** How many holds are authorised together, to wait once until they are due. */
const pool = 100;
const dueAfterMs = 1_100;

/** Prepares and describes batches, each of which has the same effects. */
export class EffectsBatches {
  private readonly due: { userId: string; holdId: string }[] = [];
  private made = 0;
  private readonly holder: string;
  private readonly debtor: string;

  constructor(
    private readonly journal: Journal,
    private readonly prefix: string,
    private readonly shards: ShardMap,
  ) {
    this.holder = inShard(shards, 0, `${prefix}-holder`);
    this.debtor = inShard(shards, 1, `${prefix}-debtor`);
  }

  /** Posts what the next batch needs: open holds, one that is due, and a top-up that has been spent. */
  async prepare(): Promise<EffectsBatch> {
    if (this.due.length === 0) await this.fill();
    const lapsing = this.due.pop()!;
    const { holder, debtor } = this;
    await this.post(topup(holder, 100));
    const [toCapture, toVoid] = [
      await this.post(authorise(holder, captured)),
      await this.post(authorise(holder, voided)),
    ];
    const original = await this.post(topup(debtor, reversed));
    await this.post(spend(debtor, Number(balanceIn(original))));
    const name = `effects-${this.made++}`;
    const users = { holder, debtor, lapsing: lapsing.userId };
    const ids = { captured: toCapture.id, voided: toVoid.id, lapsed: lapsing.holdId, original: original.id };
    return { name, users, ids, requests: requestsOf(name, users, { ids, original, prefix: this.prefix }) };
  }

  private async fill(): Promise<void> {
    const users = Array.from({ length: pool }, (_, index) =>
      inShard(this.shards, 2, `${this.prefix}-lapsing-${this.made}-${index}`),
    );
    await Promise.all(users.map((userId) => this.post(topup(userId, 100))));
    const holds = await Promise.all(users.map((userId) => this.post(authorise(userId, lapsed, 1))));
    for (const [index, { id }] of holds.entries()) this.due.push({ userId: users[index]!, holdId: id });
    await sleep(dueAfterMs);
  }

  private async post(posting: Posting): Promise<RecordedTransaction> {
    const outcome = await this.journal.post(posting, keyOf());
    if (!('transaction' in outcome)) throw new Error(`The preparation was refused: ${outcome.refusal.code}`);
    return outcome.transaction;
  }
}

function requestsOf(
  name: string,
  { holder, debtor, lapsing }: EffectsUsers,
  { ids, original, prefix }: Pick<EffectsBatch, 'ids'> & { original: RecordedTransaction; prefix: string },
): EffectsBatch['requests'] {
  const byService = {
    initiator: 'house',
    isSettlement: true,
    reference: null,
    description: null,
    metadata: {},
  } as const;
  const receipt = {
    provider: 'shop',
    id: `${prefix}-${name}`,
    environment: 'live' as const,
  };
  const adjust = {
    userId: holder,
    asset: 'GOLD',
    direction: 'credit',
    amount: adjustment,
    reason: 'test',
    limit: undefined,
  } as const;
  const reversal = {
    ...({ kind: 'reversal', cause: 'refund', extent: { kind: 'rest' } } as const),
    originalId: original.id,
    parts: partsOf(original),
  };
  const postings: [string, Posting][] = [
    ['capture', capture(holder, ids.captured)],
    ['capture', capture(holder, ids.captured)],
    ['void', voidHold(holder, ids.voided)],
    ['hold', authorise(holder, authorised)],
    ['operations', operations(holder, topup(holder, 3), spend(holder, 2))],
    ['payment', topup(holder, payment, { isPaidFor: true, claims: [claimPayment(receipt, 'live')] })],
    [
      'adjustment',
      postingByRule(adjustmentRule, adjust, { ...byService, type: 'adjustment', userId: holder }),
    ],
    ['reversal', postingByRule(reversalRule, reversal, { ...byService, type: 'reversal', userId: debtor })],
    [
      'forgiveness',
      postingByRule(
        forgivenessRule,
        { userId: debtor, asset: 'GOLD', amount: forgiven },
        { ...byService, type: 'forgiveness', userId: debtor },
      ),
    ],
    ['topup', topup(debtor, credit)],
    ['reward', reward(lapsing, 'tutorial', 'GOLD')],
    ['refused', spend(holder, 1_000_000)],
  ];
  return postings.map(([of, posting]) => ({ name: of, posting, key: keyOf(`${prefix}-${name}-${of}`) }));
}

export function balanceIn({ entries }: RecordedTransaction): bigint | undefined {
  return entries.find(({ owner }) => owner.kind === 'user')?.balanceAfter;
}
