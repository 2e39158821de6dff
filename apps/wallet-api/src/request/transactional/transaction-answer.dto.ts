import { canonicalJson } from '@app/idempotency';
import type { RecordedEntry, RecordedTransaction } from '@app/ledger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ActorAnswer } from './actor-answer.dto.js';
import { ApiTransactionType } from '../openapi/registered.js';
import { naturalInteger, positiveInteger } from '../figures/integers.js';

export class EntryAnswer {
  @ApiProperty({ enum: ['user', 'system'], example: 'user' })
  kind!: 'user' | 'system';

  @ApiProperty({ description: 'The user id, or the name of the system account.', example: 'alice' })
  account!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    enum: ['debit', 'credit'],
    description: 'A credit raises the balance of the account; a debit lowers it.',
    example: 'debit',
  })
  direction!: 'debit' | 'credit';

  @ApiProperty({ ...positiveInteger, example: 30 })
  amount!: number;

  @ApiPropertyOptional({
    ...naturalInteger,
    description: "The user's balance after this entry. Absent for system accounts.",
    example: 70,
  })
  balanceAfter?: number;

  @ApiPropertyOptional({
    ...positiveInteger,
    description: "The position of the entry in the user's account, from 1.",
    example: 2,
  })
  version?: number;
}

/** A transaction. The same for the write, its replay and a later read. Capabilities add members: `AppCapability`. */
export class TransactionAnswer {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  id!: string;

  @ApiTransactionType()
  type!: string;

  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({
    description:
      'For a conversion, the asset converted from; of several operations, that of the first. `entries` has all.',
    example: 'GOLD',
  })
  asset!: string;

  @ApiProperty({
    ...naturalInteger,
    description: 'The amount moved, or set aside if nothing moved. 0 if there was nothing to do.',
    example: 30,
  })
  amount!: number;

  @ApiProperty({
    ...naturalInteger,
    description: "The user's balance after the transaction; of several operations, after the first.",
    example: 70,
  })
  balance!: number;

  @ApiProperty({ type: 'string', nullable: true, example: 'order-17' })
  reference!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Iron sword' })
  description!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      "The caller's metadata. For a purchase, a reward or a conversion, one more member holds its terms.",
    example: {},
  })
  metadata!: Record<string, unknown>;

  @ApiProperty({ type: ActorAnswer })
  actor!: ActorAnswer;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({
    type: [EntryAnswer],
    description:
      'All entries; per asset they sum to zero. Empty if the transaction moved nothing, as the authorisation of a hold.',
  })
  entries!: EntryAnswer[];
}

/** What the answer says about the user's account. Without entries, the members of the effects say it. */
type Figures = Pick<TransactionAnswer, 'asset' | 'amount' | 'balance'>;

/** The order and spelling of the members are fixed, so a replay has the bytes of the first answer. */
export function transactionAnswer(transaction: RecordedTransaction): TransactionAnswer {
  const { asset, amount, balance } = figuresOf(transaction);
  return {
    id: transaction.id,
    type: transaction.type,
    userId: transaction.userId,
    asset,
    amount,
    balance,
    reference: transaction.reference,
    description: transaction.description,
    // In stored order, as a replay reads it.
    metadata: JSON.parse(canonicalJson(transaction.metadata)) as Record<string, unknown>,
    actor: transaction.actor,
    createdAt: transaction.createdAt.toISOString(),
    entries: transaction.entries.map(entryAnswer),
    ...transaction.members,
  };
}

function figuresOf({ id, entries, members }: RecordedTransaction): Figures {
  const own = entries.find((entry) => entry.owner.kind === 'user');
  // A user's balance is within 2^53 − 1.
  if (own) return { asset: own.asset, amount: Math.abs(own.amount), balance: Number(own.balanceAfter) };
  if (typeof members['asset'] !== 'string')
    throw new Error(`Nothing says which asset transaction ${id} concerns`);
  return members as unknown as Figures;
}

function entryAnswer({ owner, asset, amount, balanceAfter, version }: RecordedEntry): EntryAnswer {
  const entry: EntryAnswer = {
    kind: owner.kind,
    account: owner.id,
    asset,
    direction: directionOf(amount),
    amount: Math.abs(amount),
  };
  if (owner.kind === 'user') {
    entry.balanceAfter = Number(balanceAfter);
    entry.version = version;
  }
  return entry;
}

export function directionOf(amount: number): 'debit' | 'credit' {
  return amount < 0 ? 'debit' : 'credit';
}
