import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asExactInteger } from './exact-integer.js';

/** A kind of credit. Assets are never deleted. */
@Entity('assets')
export class AssetEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** For display only. */
  @Column('smallint')
  decimals!: number;

  /** The smallest and the largest amount that one leg of a transaction may move. */
  @Column('bigint', { name: 'min_amount', transformer: asExactInteger })
  minAmount!: number;

  @Column('bigint', { name: 'max_amount', transformer: asExactInteger })
  maxAmount!: number;

  /** A retired asset cannot be credited. Users can still spend and convert what they hold. */
  @Column('boolean')
  retired!: boolean;
}
