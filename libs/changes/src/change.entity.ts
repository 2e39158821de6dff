import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an administrator changed. Append-only. */
@Entity('changes')
export class ChangeEntity {
  /** Counts all changes from 1, without a gap, in the order in which they committed. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'changed_by' })
  by!: string;

  /** `null` if the subject was created. */
  @Column('jsonb', { nullable: true })
  before!: object | null;

  /** `null` if the subject was removed. */
  @Column('jsonb', { nullable: true })
  after!: object | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
