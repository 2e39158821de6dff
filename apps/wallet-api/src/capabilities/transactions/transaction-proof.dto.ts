import type { ProvenEntry, TransactionProof } from '@app/ledger';
import { ApiProperty } from '@nestjs/swagger';
import { ApiFigure, ApiFigureText, figure } from '../../request/figures/figure.js';
import { ActorAnswer } from '../../request/transactional/actor-answer.dto.js';
import { directionOf } from '../../request/transactional/transaction-answer.dto.js';
import { ApiTransactionType } from '../../request/openapi/registered.js';
import { positiveInteger } from '../../request/figures/integers.js';

const hashExample = '6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687';

export class ProvenEntryAnswer {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The index of the movement in the transaction.',
    example: 0,
  })
  leg!: number;

  @ApiProperty({
    format: 'uuid',
    description: 'The id of the account. Covered by the hashes.',
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

  @ApiProperty({ ...positiveInteger, example: 30 })
  amount!: number;

  @ApiFigure({
    description: "For a system account, the balance of its stripe in the user's shard.",
    example: 70,
  })
  balanceAfter!: number | null;

  @ApiFigureText('balanceAfter')
  balanceAfterText?: string;

  @ApiProperty({
    ...positiveInteger,
    description: 'The position of the entry in its account, from 1.',
    example: 2,
  })
  version!: number;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({
    description:
      'The hash of the previous entry of the account, in hexadecimal; for the first entry, of the account itself.',
    example: hashExample,
  })
  previousHash!: string;

  @ApiProperty({
    description: 'SHA-256 over the previous hash, the digest of the transaction, the leg and the direction.',
    example: hashExample,
  })
  hash!: string;

  @ApiProperty({ description: 'Whether recomputing the hash now gives the same value.', example: true })
  intact!: boolean;
}

/** Everything the hashes cover: all members except `intact`. See docs/hash-format.md. */
export class TransactionProofAnswer {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'The shard that holds all rows of the user.', example: 3 })
  shard!: number;

  @ApiProperty({
    ...positiveInteger,
    description: 'The position of the transaction in its shard.',
    example: 17,
  })
  place!: number;

  @ApiProperty({
    description: "The salt of the hashed texts: the user's 16 random bytes, in hexadecimal.",
    example: '9f86d081884c7d659a2feaa0c55ad015',
  })
  salt!: string;

  @ApiTransactionType()
  type!: string;

  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({ type: ActorAnswer })
  actor!: ActorAnswer;

  @ApiProperty({ type: 'string', nullable: true, example: 'order-17' })
  reference!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Iron sword' })
  description!: string | null;

  @ApiProperty({ description: 'The owner of the key.', example: 'game-server' })
  clientId!: string;

  @ApiProperty({ example: 'order-17' })
  idempotencyKey!: string;

  @ApiProperty({
    description: 'The metadata as hashed: canonical JSON (RFC 8785).',
    example: '{}',
  })
  metadata!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'SHA-256 over the effects of the transaction besides its entries; `null` if it had none.',
    example: null,
  })
  effectsDigest!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;

  @ApiProperty({ type: [ProvenEntryAnswer], description: 'In the order in which they are hashed.' })
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
