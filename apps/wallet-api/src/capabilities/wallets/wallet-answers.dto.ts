import { availableOf, type Balance } from '@app/accounts';
import type { PastBalance, StatementEntry } from '@app/ledger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ActorAnswer } from '../../request/transactional/actor-answer.dto.js';
import { directionOf } from '../../request/transactional/transaction-answer.dto.js';
import { ApiTransactionType } from '../../request/openapi/registered.js';
import { naturalInteger, positiveInteger } from '../../request/figures/integers.js';
import { PageOf } from '../../request/openapi/page.js';

/** A balance now or in the past. */
class PastBalanceAnswer {
  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ ...naturalInteger, example: 70 })
  balance!: number;

  @ApiProperty({
    ...naturalInteger,
    description: 'The number of entries of the account; 0 if it has none.',
    example: 2,
  })
  version!: number;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the latest entry was recorded; `null` at version 0.',
    example: '2026-01-01T00:00:00.000Z',
  })
  updatedAt!: string | null;
}

const available = 'What the user can spend: the balance without what is held, less what is owed; at least 0.';
const held = 'The part of the balance that open holds reserve.';
const owed = 'What the user owes. Credits repay it first. Absent if it is 0.';

export class AssetBalanceAnswer extends PastBalanceAnswer {
  @ApiProperty({ ...naturalInteger, description: available, example: 70 })
  available!: number;

  @ApiProperty({ ...naturalInteger, description: held, example: 0 })
  held!: number;

  @ApiPropertyOptional({ ...positiveInteger, description: owed, example: 30 })
  owed?: number;
}

export class BalanceAnswer extends PastBalanceAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiPropertyOptional({ ...naturalInteger, description: `${available} Absent with \`at\`.`, example: 70 })
  available?: number;

  @ApiPropertyOptional({ ...naturalInteger, description: `${held} Absent with \`at\`.`, example: 0 })
  held?: number;

  @ApiPropertyOptional({ ...positiveInteger, description: owed, example: 30 })
  owed?: number;
}

export class WalletAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ type: [AssetBalanceAnswer] })
  balances!: AssetBalanceAnswer[];
}

export class StatementEntryAnswer {
  @ApiProperty({
    ...positiveInteger,
    example: 2,
    description: 'The position of the entry in its account, from 1. Also the cursor.',
  })
  version!: number;

  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  transactionId!: string;

  @ApiTransactionType()
  type!: string;

  @ApiProperty({ enum: ['debit', 'credit'], example: 'debit' })
  direction!: 'debit' | 'credit';

  @ApiProperty({ ...positiveInteger, example: 30 })
  amount!: number;

  @ApiProperty({ ...naturalInteger, example: 70 })
  balanceAfter!: number;

  @ApiProperty({ type: 'string', nullable: true, example: 'order-17' })
  reference!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Iron sword' })
  description!: string | null;

  @ApiProperty({ type: ActorAnswer })
  actor!: ActorAnswer;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;
}

export class EntryPage extends PageOf(StatementEntryAnswer) {}

export function assetBalanceAnswer(balance: Balance): AssetBalanceAnswer {
  const { held, owed } = balance;
  return {
    ...pastBalanceAnswer(balance),
    available: availableOf(balance),
    held,
    ...(owed > 0 && { owed }),
  };
}

export function pastBalanceAnswer({ asset, balance, version, updatedAt }: PastBalance): PastBalanceAnswer {
  return { asset, balance, version, updatedAt: updatedAt?.toISOString() ?? null };
}

export function statementEntryAnswer(entry: StatementEntry): StatementEntryAnswer {
  return {
    version: entry.version,
    transactionId: entry.transactionId,
    type: entry.type,
    direction: directionOf(entry.amount),
    amount: Math.abs(entry.amount),
    balanceAfter: entry.balanceAfter,
    reference: entry.reference,
    description: entry.description,
    actor: entry.actor,
    createdAt: entry.createdAt.toISOString(),
  };
}
