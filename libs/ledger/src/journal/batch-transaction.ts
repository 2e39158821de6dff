import type { Pipeline } from '@app/database';
import type { QueryRunner } from 'typeorm';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { KnownAccounts } from './known-accounts.js';

export interface BatchTools {
  accounts: KnownAccounts;
  capabilities: CapabilityRegistry;
  /** Whether batches reserve what they claim; on a distributed engine that happened before. */
  reservesClaims: boolean;
}

/** The database transaction of a batch. */
export interface BatchTransaction {
  queryRunner: QueryRunner;
  pipeline: Pipeline;
}
