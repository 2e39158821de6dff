import { Module } from '@nestjs/common';
import { IdempotencyKeys } from './idempotency-keys.js';

/** Keys that make a retry harmless: claimed, and replayed, in the transaction that does the work. */
@Module({ providers: [IdempotencyKeys], exports: [IdempotencyKeys] })
export class IdempotencyModule {}
