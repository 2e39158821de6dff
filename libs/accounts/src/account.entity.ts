import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account row. PostgreSQL's bigint and numeric arrive as strings; `lock-accounts.ts` converts them. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('smallint')
  shard!: number;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'owner_kind' })
  ownerKind!: 'user' | 'system';

  @Column('text', { name: 'owner_id' })
  ownerId!: string;

  @Column('text', { name: 'asset_code' })
  asset!: string;

  @Column('numeric')
  balance!: string;

  @Column('bigint')
  version!: string;

  @Column('bigint')
  held!: string;

  @Column('bigint')
  owed!: string;

  @Column('bytea', { name: 'head_hash' })
  headHash!: Buffer;

  @Column('timestamptz', { name: 'frozen_at', nullable: true })
  frozenAt!: Date | null;

  @Column('timestamptz', { name: 'lapses_at', nullable: true })
  lapsesAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
