import { canonicalJson } from '@app/idempotency';
import type { RecordedEntry, RecordedTransaction } from '@app/ledger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ActorAnswer } from './actor-answer.dto.js';

export class EntryAnswer {
  @ApiProperty({ enum: ['user', 'system'], example: 'user' })
  kind!: 'user' | 'system';

  @ApiProperty({ description: 'The user id, or the name of the system account.', example: 'alice' })
  account!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    enum: ['debit', 'credit'],
    description: 'A credit raises the balance of the account, a debit lowers it.',
    example: 'debit',
  })
  direction!: 'debit' | 'credit';

  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1, example: 30 })
  amount!: number;

  @ApiPropertyOptional({
    type: 'integer',
    format: 'int64',
    description: "The user's balance after this entry. System accounts do not tell theirs here.",
    example: 70,
  })
  balanceAfter?: number;

  @ApiPropertyOptional({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: "Which entry of the user's account this is.",
    example: 2,
  })
  version?: number;
}

/** A transaction as every route shows it: in answer to the write, to its replay, and to a later read. */
export class TransactionAnswer {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  id!: string;

  @ApiProperty({
    example: 'spend',
    description: '`topup`, `bonus`, `spend`, `purchase`, `reward` or `conversion`',
  })
  type!: string;

  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({
    description: 'Of a conversion, the asset that was given; `entries` has both.',
    example: 'GOLD',
  })
  asset!: string;

  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1, example: 30 })
  amount!: number;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 0,
    description: "The user's balance after the transaction.",
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
      "The caller's, and with a purchase, a reward or a conversion one member that says what was agreed.",
    example: {},
  })
  metadata!: Record<string, unknown>;

  @ApiProperty({ type: ActorAnswer })
  actor!: ActorAnswer;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({ type: [EntryAnswer], description: 'Every entry; per asset they sum to zero.' })
  entries!: EntryAnswer[];
}

/** The members come in one order with one spelling, so that a replay has the bytes of the first answer. */
export function transactionAnswer(transaction: RecordedTransaction): TransactionAnswer {
  const own = transaction.entries.find((entry) => entry.owner.kind === 'user');
  if (!own) throw new Error(`transaction ${transaction.id} has no entry of a user`);
  return {
    id: transaction.id,
    type: transaction.type,
    userId: transaction.userId,
    asset: own.asset,
    amount: Math.abs(own.amount),
    // A user's balance is within 2^53 − 1.
    balance: Number(own.balanceAfter),
    reference: transaction.reference,
    description: transaction.description,
    // In the order in which it is stored, which is what a replay reads.
    metadata: JSON.parse(canonicalJson(transaction.metadata)) as Record<string, unknown>,
    actor: transaction.actor,
    createdAt: transaction.createdAt.toISOString(),
    entries: transaction.entries.map(entryAnswer),
  };
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
