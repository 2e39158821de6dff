import type { ProvenEntry, TransactionProof } from '@app/ledger';
import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText, figure } from '../figures/figure.js';
import { directionOf } from './transaction-answer.dto.js';

const hashExample = '6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687';

export class ProvenEntryAnswer {
  @ApiProperty({ enum: ['user', 'system'], example: 'user' })
  kind!: 'user' | 'system';

  @ApiProperty({ example: 'alice' })
  account!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({ enum: ['debit', 'credit'], example: 'debit' })
  direction!: 'debit' | 'credit';

  @ApiProperty({ type: 'integer', format: 'int64', minimum: 1, example: 30 })
  amount!: number;

  @ApiFigure({
    description: 'Of a system account: the balance of its stripe in the shard of the user.',
    example: 70,
  })
  balanceAfter!: number | null;

  @ApiFigureText('balanceAfter')
  balanceAfterText?: string;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: 'Which entry of the account this is.',
    example: 2,
  })
  version!: number;

  @ApiProperty({
    description:
      'The hash of the entry before it on the account, in hexadecimal; of the first, of the account itself.',
    example: hashExample,
  })
  previousHash!: string;

  @ApiProperty({
    description: 'SHA-256 over the hash before, the entry and its transaction.',
    example: hashExample,
  })
  hash!: string;

  @ApiProperty({ description: 'Whether the hash, computed again now, is the same.', example: true })
  intact!: boolean;
}

export class TransactionProofAnswer {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Where everything of the user lives.', example: 3 })
  shard!: number;

  @ApiProperty({ description: 'To whom the key belongs.', example: 'game-server' })
  clientId!: string;

  @ApiProperty({ example: 'order-17' })
  idempotencyKey!: string;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({ type: [ProvenEntryAnswer] })
  entries!: ProvenEntryAnswer[];
}

export function transactionProofAnswer(proof: TransactionProof): TransactionProofAnswer {
  const { id, shard, clientId, idempotencyKey, createdAt, entries } = proof;
  return {
    id,
    shard,
    clientId,
    idempotencyKey,
    createdAt: createdAt.toISOString(),
    entries: entries.map(provenEntryAnswer),
  };
}

function provenEntryAnswer(entry: ProvenEntry): ProvenEntryAnswer {
  const { owner, asset, amount, balanceAfter, version, previousHash, hash, intact } = entry;
  return {
    kind: owner.kind,
    account: owner.id,
    asset,
    direction: directionOf(amount),
    amount: Math.abs(amount),
    ...figure('balanceAfter', balanceAfter),
    version,
    previousHash,
    hash,
    intact,
  };
}
