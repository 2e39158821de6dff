import { Column, PrimaryColumn } from 'typeorm';

/** What items and tasks have in common. */
export abstract class CatalogEntryEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** Never changes: an entry in another asset is another entry. */
  @Column('text', { name: 'asset_code' })
  asset!: string;

  /** A retired entry stays readable, and takes no new transactions. */
  @Column('boolean')
  retired!: boolean;
}
