import { asExactInteger } from '@app/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Completer, CompletionLimit } from './completion.js';

/** Something users are rewarded for. */
@Entity('tasks')
export class TaskEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** Never changes: a task in another asset is another task. */
  @Column('text', { name: 'asset_code' })
  asset!: string;

  /** Per completion, in whole minor units of the asset, from 1 to 2^53 − 1. */
  @Column('bigint', { transformer: asExactInteger })
  reward!: number;

  /** How often one user may complete it. Never changes: earlier completions would no longer count. */
  @Column('text', { name: 'completion_limit' })
  limit!: CompletionLimit;

  /** `player`: players may complete it themselves, and clients too. Never for an unlimited task. */
  @Column('text', { name: 'completed_by' })
  completedBy!: Completer;

  /** A retired task is no longer rewarded. */
  @Column('boolean')
  retired!: boolean;
}
