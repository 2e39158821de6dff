import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ShardMap } from '@app/accounts';
import { UnavailableError } from '@app/database';
import type { Journal, Outcome, Posting, PostingKey } from '@app/ledger';
import type pg from 'pg';
import { keyOf, spend, topup } from '../../support/postings.js';

/** Postings sent at once, which form one batch; each shape covers every outcome of a key. */
export interface SweptBatch {
  number: number;
  /** A user with an account, and one with a first credit. */
  users: { known: string; fresh: string };
}

export interface BatchFigures {
  postings: number;
  /** Callers that got outcome-unknown or database-unavailable. */
  unanswered: number;
  hadHappened: number;
  slowestResolutionMs: number;
}

const topupAmount = 5;
const spendAmount = 3;
const firstAmount = 7;

/** Users in the same shards for every batch, which keeps the number of messages constant. */
export function usersOf(number: number, prefix: string, shards: ShardMap): SweptBatch['users'] {
  return {
    known: inShard(shards, 0, `${prefix}-known`),
    fresh: inShard(shards, 1, `${prefix}-fresh-${number}`),
  };
}

/** A user in this shard. */
export function inShard(shards: ShardMap, shard: number, name: string): string {
  for (let attempt = 0; ; attempt++) {
    const userId = `${name}-${attempt}`;
    if (shards.of(userId) === shard) return userId;
  }
}

/** A top-up with its duplicate, a refused spend, a first credit and a spend. */
export function requestsOf({ number, users }: SweptBatch): SweptRequest[] {
  return [
    { posting: topup(users.known, topupAmount), key: keyOf(`${number}-topup`) },
    { posting: topup(users.known, topupAmount), key: keyOf(`${number}-topup`) },
    { posting: spend(users.known, 1_000_000), key: keyOf(`${number}-refused`) },
    { posting: topup(users.fresh, firstAmount), key: keyOf(`${number}-first`) },
    { posting: spend(users.known, spendAmount), key: keyOf(`${number}-spend`) },
  ];
}

export interface SweptRequest {
  posting: Posting;
  key: PostingKey;
}

/** Posts requests at once and retries unanswered ones. */
export async function postBatch(
  journal: Journal,
  requests: readonly SweptRequest[],
): Promise<{ outcomes: Outcome[]; figures: BatchFigures }> {
  const figures: BatchFigures = {
    postings: requests.length,
    unanswered: 0,
    hadHappened: 0,
    slowestResolutionMs: 0,
  };
  const settled = await Promise.allSettled(requests.map(({ posting, key }) => journal.post(posting, key)));
  const outcomes: Outcome[] = [];
  for (const [index, result] of settled.entries()) {
    if (result.status === 'fulfilled') outcomes.push(result.value);
    else {
      requireUnavailable(result.reason);
      const { posting, key } = requests[index]!;
      const startedAt = performance.now();
      const outcome = await postUntilAnswered(() => journal.post(posting, key));
      figures.unanswered++;
      if (outcome.replayed) figures.hadHappened++;
      figures.slowestResolutionMs = Math.max(figures.slowestResolutionMs, performance.now() - startedAt);
      outcomes.push(outcome);
    }
  }
  return { outcomes, figures };
}

async function postUntilAnswered(post: () => Promise<Outcome>): Promise<Outcome> {
  for (;;) {
    try {
      return await post();
    } catch (error) {
      requireUnavailable(error);
      await sleep(20);
    }
  }
}

function requireUnavailable(error: unknown): void {
  if (!(error instanceof UnavailableError)) throw error;
}

/** Compares the effects of a batch with the answers to its callers. Returns the differences. */
export async function judgeBatch(
  owner: pg.Client,
  { number, users }: SweptBatch,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const wrong: string[] = [];
  const { rows } = await owner.query<{ key: string; id: string; balance: string }>(
    `SELECT t.idempotency_key AS key, t.id, e.balance_after AS balance
     FROM transactions t
     JOIN entries e ON e.shard = t.shard AND e.place = t.place
     JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id AND a.owner_kind = 'user'
     WHERE t.idempotency_key LIKE $1 AND t.user_id = ANY($2)`,
    [`${number}-%`, Object.values(users)],
  );
  const [copy, other, refused, first, spent] = outcomes;
  const expected = { [`${number}-topup`]: copy, [`${number}-first`]: first, [`${number}-spend`]: spent };
  for (const [key, outcome] of Object.entries(expected)) {
    const effects = rows.filter((row) => row.key === key);
    const told = outcome && 'transaction' in outcome ? outcome.transaction : undefined;
    const toldBalance = told?.entries.find(({ owner }) => owner.kind === 'user')?.balanceAfter;
    if (effects.length !== 1) wrong.push(`${key} has ${effects.length} effects`);
    else if (effects[0]?.id !== told?.id) wrong.push(`${key} was told ${told?.id}, and is ${effects[0]?.id}`);
    else if (effects[0]?.balance !== toldBalance?.toString())
      wrong.push(`${key} was told the balance ${toldBalance}`);
  }
  if (rows.length !== 3) wrong.push(`batch ${number} has ${rows.length} effects, not 3`);
  if (!refused || !('refusal' in refused) || refused.refusal.code !== 'insufficient-funds') {
    wrong.push(`${number}-refused was not refused`);
  }
  if (!isDeepStrictEqual({ ...copy, replayed: false }, { ...other, replayed: false })) {
    wrong.push(`the copies of ${number}-topup were answered in different ways`);
  }
  return wrong;
}
