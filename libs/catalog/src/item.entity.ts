import { asExactInteger } from '@app/accounts';
import { Column, Entity } from 'typeorm';
import { CatalogEntryEntity } from './catalog-entry.entity.js';

/** Something that users can buy with their credits. */
@Entity('items')
export class ItemEntity extends CatalogEntryEntity {
  /** Unit price in whole minor units of the asset, from 1 to 2^53 − 1. */
  @Column('bigint', { transformer: asExactInteger })
  price!: number;
}
