import { asExactInteger } from '@app/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rate of a conversion: `fromAmount` of one asset for `toAmount` of another. */
@Entity('conversion_rates')
export class ConversionRateEntity {
  @PrimaryColumn('text', { name: 'from_asset' })
  from!: string;

  @PrimaryColumn('text', { name: 'to_asset' })
  to!: string;

  /** Whole minor units, from 1 to 2^53 − 1. Only whole multiples of it are converted. */
  @Column('bigint', { name: 'from_amount', transformer: asExactInteger })
  fromAmount!: number;

  @Column('bigint', { name: 'to_amount', transformer: asExactInteger })
  toAmount!: number;
}

export type ConversionRate = ConversionRateEntity;
