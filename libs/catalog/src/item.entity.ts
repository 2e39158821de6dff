import { asExactInteger } from '@app/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that users can buy with their credits. */
@Entity('items')
export class ItemEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** Never changes: an item in another asset is another item. */
  @Column('text', { name: 'asset_code' })
  asset!: string;

  /** Unit price in whole minor units of the asset, from 1 to 2^53 − 1. */
  @Column('bigint', { transformer: asExactInteger })
  price!: number;

  /** A retired item is no longer sold. */
  @Column('boolean')
  retired!: boolean;
}
