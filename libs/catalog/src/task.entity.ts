import { asExactInteger } from '@app/accounts';
import { Column, Entity } from 'typeorm';
import { CatalogEntryEntity } from './catalog-entry.entity.js';
import type { Completer, CompletionLimit } from './completion.js';

/** Something users are rewarded for. */
@Entity('tasks')
export class TaskEntity extends CatalogEntryEntity {
  /** Per completion, in whole minor units of the asset, from 1 to 2^53 − 1. */
  @Column('bigint', { transformer: asExactInteger })
  reward!: number;

  /** How often one user may complete it. Never changes: earlier completions would no longer count. */
  @Column('text', { name: 'completion_limit' })
  limit!: CompletionLimit;

  /** `player`: players may complete it themselves, and clients too. Never for an unlimited task. */
  @Column('text', { name: 'completed_by' })
  completedBy!: Completer;
}
