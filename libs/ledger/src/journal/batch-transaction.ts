import type { Pipeline } from '@app/database';
import type { QueryRunner } from 'typeorm';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { KnownAccounts } from './known-accounts.js';

export interface BatchTools {
  accounts: KnownAccounts;
  capabilities: CapabilityRegistry;
}

/** The database transaction of a batch. */
export interface BatchTransaction {
  queryRunner: QueryRunner;
  pipeline: Pipeline;
}
