import type { Posting } from '@app/ledger';
import type { Type } from '@nestjs/common';
import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsMetadata, IsText } from '../validation/rules.js';

/** Optional details of any posting. */
export class PostingDetails {
  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 128,
    description: 'Your reference, such as an order number. Transactions can be filtered by it.',
    example: 'order-17',
  })
  @IsOptional()
  @IsText(128)
  reference?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 256,
    example: 'Iron sword',
  })
  @IsOptional()
  @IsText(256)
  description?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'At most 4 KiB, 50 keys and 3 levels.',
    example: { level: 7 },
  })
  @IsOptional()
  @IsMetadata()
  metadata?: Record<string, unknown> | null;
}

/** These details as members of a posting. */
export function detailsOf({
  reference,
  description,
  metadata,
}: PostingDetails): Pick<Posting, 'reference' | 'description' | 'metadata'> {
  return { reference: reference ?? null, description: description ?? null, metadata: metadata ?? {} };
}

/** A body without details and conditions, for one of several operations: those belong to the whole request. */
export function withoutDetails<Body extends PostingDetails & { conditions?: unknown }>(
  body: Type<Body>,
): Type<Omit<Body, keyof PostingDetails | 'conditions'>> {
  return OmitType(body, ['reference', 'description', 'metadata', 'conditions'] as const);
}
