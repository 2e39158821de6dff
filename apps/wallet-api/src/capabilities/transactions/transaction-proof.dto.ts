import type { ProvenEntry, TransactionProof } from '@app/ledger';
import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText, figure } from '../../request/figures/figure.js';
import { ActorAnswer } from '../../request/transactional/actor-answer.dto.js';
import { directionOf } from '../../request/transactional/transaction-answer.dto.js';

const hashExample = '6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687';

export class ProvenEntryAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Which movement of the transaction.', example: 0 })
  leg!: number;

  @ApiProperty({
    format: 'uuid',
    description: 'The id of the account, which its hashes cover.',
    example: '5f0c8d0e-6a83-4d0c-9a49-0f6d0a9a7a51',
  })
  accountId!: string;

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

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({
    description:
      'The hash of the entry before it on the account, in hexadecimal; of the first, of the account itself.',
    example: hashExample,
  })
  previousHash!: string;

  @ApiProperty({
    description: 'SHA-256 over the hash before, the digest of the transaction, the leg and the direction.',
    example: hashExample,
  })
  hash!: string;

  @ApiProperty({ description: 'Whether the hash, computed again now, is the same.', example: true })
  intact!: boolean;
}

/** All that the hashes cover. Every member but `intact` goes into them, as docs/hash-format.md says. */
export class TransactionProofAnswer {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Where everything of the user lives.', example: 3 })
  shard!: number;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: 'Its number among all that the shard has recorded.',
    example: 17,
  })
  place!: number;

  @ApiProperty({
    description: 'What the texts are hashed with: 16 random bytes of the user, in hexadecimal.',
    example: '9f86d081884c7d659a2feaa0c55ad015',
  })
  salt!: string;

  @ApiProperty({ example: 'spend' })
  type!: string;

  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ type: ActorAnswer })
  actor!: ActorAnswer;

  @ApiProperty({ type: 'string', nullable: true, example: 'order-17' })
  reference!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Iron sword' })
  description!: string | null;

  @ApiProperty({ description: 'To whom the key belongs.', example: 'game-server' })
  clientId!: string;

  @ApiProperty({ example: 'order-17' })
  idempotencyKey!: string;

  @ApiProperty({
    description: 'The metadata as the canonical JSON that is hashed (RFC 8785).',
    example: '{}',
  })
  metadata!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'SHA-256 over what the transaction did besides its entries; null for nothing.',
    example: null,
  })
  effectsDigest!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({ type: [ProvenEntryAnswer], description: 'In the order in which the digest covers them.' })
  entries!: ProvenEntryAnswer[];
}

export function transactionProofAnswer({
  createdAt,
  entries,
  ...proof
}: TransactionProof): TransactionProofAnswer {
  const { id, shard, place, salt, type, userId, actor, reference, description } = proof;
  const { clientId, idempotencyKey, metadata, effectsDigest } = proof;
  return {
    id,
    shard,
    place,
    salt,
    type,
    userId,
    actor,
    reference,
    description,
    clientId,
    idempotencyKey,
    metadata,
    effectsDigest,
    createdAt: createdAt.toISOString(),
    entries: entries.map(provenEntryAnswer),
  };
}

function provenEntryAnswer(entry: ProvenEntry): ProvenEntryAnswer {
  const { leg, accountId, owner, asset, amount, balanceAfter, version, createdAt } = entry;
  return {
    leg,
    accountId,
    kind: owner.kind,
    account: owner.id,
    asset,
    direction: directionOf(amount),
    amount: Math.abs(amount),
    ...figure('balanceAfter', balanceAfter),
    version,
    createdAt: createdAt.toISOString(),
    previousHash: entry.previousHash,
    hash: entry.hash,
    intact: entry.intact,
  };
}
