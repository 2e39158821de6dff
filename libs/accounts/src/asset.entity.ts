import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The part of an asset that is read together with the accounts in it. */
@Entity('assets')
export class AssetEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('bigint', { name: 'min_amount' })
  minAmount!: string;

  @Column('bigint', { name: 'max_amount' })
  maxAmount!: string;

  @Column('boolean')
  retired!: boolean;
}
