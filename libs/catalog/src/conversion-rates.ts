import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireAsset } from './assets.js';

/** At which rate one asset is exchanged for another: so many of the one for so many of the other. */
export interface ConversionRate {
  from: string;
  to: string;
  /** Whole minor units, from 1 to 2^53 − 1. Only whole multiples of it are converted. */
  fromAmount: number;
  toAmount: number;
}

export type RateRow = Record<keyof ConversionRate, string>;

export const rateColumns = `from_asset AS "from", to_asset AS "to", from_amount AS "fromAmount", to_amount AS "toAmount"`;

/** The conversions that are offered. Nothing here moves credits. */
@Injectable()
export class ConversionRates {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<ConversionRate[]> {
    const rows = await this.dataSource.query<RateRow[]>(
      `SELECT ${rateColumns} FROM conversion_rates ORDER BY from_asset, to_asset`,
    );
    return rows.map(toRate);
  }

  /** Offers a conversion at this rate from now on. Throws CatalogError `asset-not-found`. */
  async offer({ from, to, fromAmount, toAmount }: ConversionRate): Promise<void> {
    await requireAsset(this.dataSource, from);
    await requireAsset(this.dataSource, to);
    await this.dataSource.query(
      `INSERT INTO conversion_rates (from_asset, to_asset, from_amount, to_amount) VALUES ($1, $2, $3, $4)
       ON CONFLICT (from_asset, to_asset)
       DO UPDATE SET from_amount = excluded.from_amount, to_amount = excluded.to_amount`,
      [from, to, fromAmount, toAmount],
    );
  }

  /** Offers a conversion no longer, if it was offered at all. */
  async withdraw({ from, to }: Pick<ConversionRate, 'from' | 'to'>): Promise<void> {
    await this.dataSource.query(`DELETE FROM conversion_rates WHERE from_asset = $1 AND to_asset = $2`, [
      from,
      to,
    ]);
  }
}

/** The driver gives bigint as a string; a CHECK keeps it within what a number carries exactly. */
export function toRate(row: RateRow): ConversionRate {
  return { ...row, fromAmount: Number(row.fromAmount), toAmount: Number(row.toAmount) };
}
