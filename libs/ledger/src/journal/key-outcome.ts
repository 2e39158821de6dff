import type { StoredOutcome } from '@app/idempotency';
import type { QueryRunner } from 'typeorm';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Actor } from '../actor.js';
import type { Acceptance } from '../decide/accept.js';
import type { Decision } from '../decide/decide.js';
import { readTransactions } from '../history/read-transactions.js';
import { addMembers, withMembers } from '../history/with-members.js';
import type { Refusal } from '../capability/refusal.js';
import type { RecordedTransaction } from '../outcome.js';
import type { JournalRequest } from './request.js';

/** The outcome of a key, for every request that uses it. */
export interface KeyOutcome {
  fingerprint: Buffer;
  /**
   * The transaction id under which the key was claimed. The request that proposed this id gets the outcome as new, even if an
   * earlier attempt of its batch committed and the answer was lost; any other request gets a replay.
   */
  claimedAs: string | null;
  outcome: { transaction: RecordedTransaction } | { refusal: Refusal; isFinal: boolean };
}

/** The outcomes of keys used before this batch, by `claimKey`. */
export async function outcomesOfUsedKeys(
  queryRunner: QueryRunner,
  used: ReadonlyMap<string, StoredOutcome>,
  shards: readonly number[],
  capabilities: CapabilityRegistry,
): Promise<Map<string, KeyOutcome>> {
  const ids = [...used.values()].flatMap(({ outcome }) =>
    'transactionId' in outcome ? [outcome.transactionId] : [],
  );
  const transactions =
    ids.length === 0 ? new Map() : await readWhole(queryRunner, { shards, ids }, capabilities);
  return new Map([...used].map(([key, stored]) => [key, outcomeOfStored(stored, transactions)]));
}

async function readWhole(
  { manager }: QueryRunner,
  { shards, ids }: { shards: readonly number[]; ids: readonly string[] },
  { shownEffects }: CapabilityRegistry,
): Promise<Map<string, RecordedTransaction>> {
  const transactions = await readTransactions(manager, shards, ids);
  const whole = await withMembers([...transactions.values()], [{ database: manager, shards }], shownEffects);
  return new Map(whole.map((transaction) => [transaction.id, transaction]));
}

function outcomeOfStored(
  { fingerprint, outcome }: StoredOutcome,
  transactions: ReadonlyMap<string, RecordedTransaction>,
): KeyOutcome {
  if ('refusal' in outcome) {
    // Only final refusals are stored.
    return { fingerprint, claimedAs: null, outcome: { refusal: outcome.refusal, isFinal: true } };
  }
  const transaction = transactions.get(outcome.transactionId);
  if (!transaction)
    throw new Error(`An idempotency key refers to the missing transaction ${outcome.transactionId}`);
  return { fingerprint, claimedAs: outcome.transactionId, outcome: { transaction } };
}

/** The outcome of a key that this batch claimed and decided. */
export function outcomeOfDecision(
  { claim, actor }: JournalRequest,
  decision: Decision,
  capabilities: CapabilityRegistry,
): KeyOutcome {
  const { fingerprint, transactionId } = claim;
  if (!decision.accepted) {
    const { refusal } = decision;
    const isFinal = capabilities.isFinal(refusal.code);
    return { fingerprint, claimedAs: transactionId, outcome: { refusal, isFinal } };
  }
  return {
    fingerprint,
    claimedAs: transactionId,
    outcome: { transaction: decidedTransaction(decision, actor, capabilities) },
  };
}

const noMembers: RecordedTransaction['members'] = {};

/** An accepted transaction as it will be read once committed. */
export function decidedTransaction(
  { proposal, createdAt, entries, effects }: Acceptance,
  actor: Actor,
  { shownEffects }: CapabilityRegistry,
): RecordedTransaction {
  const { type, userId, reference, description, metadata } = proposal.posting;
  let transaction: RecordedTransaction = {
    id: proposal.transactionId,
    type,
    userId,
    actor,
    reference,
    description,
    metadata,
    createdAt,
    entries: entries.map(({ leg, account, amount, balanceAfter, version }) => ({
      leg,
      owner: account.owner,
      asset: account.asset,
      amount,
      balanceAfter,
      version,
    })),
    members: noMembers,
  };
  if (effects.length === 0) return transaction;
  for (const kind of shownEffects) {
    const shown = effects.flatMap((effect) => (effect.kind === kind.name ? [effect.data] : []));
    if (shown.length > 0) transaction = addMembers(transaction, kind, shown);
  }
  return transaction;
}
