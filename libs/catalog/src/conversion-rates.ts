import { type Author, recordChange, type Terms } from '@app/changes';
import { inTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import { type ConversionRate, ConversionRateEntity } from './rates/conversion-rate.entity.js';
import { creatingCycle, maxRates } from './rates/creating-cycle.js';

/** Identifies the advisory lock in this database: "rates" in ASCII. */
const ratesLock = 0x7261746573;

/** The offered conversions. Nothing here moves credits. */
@Injectable()
export class ConversionRates {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<ConversionRate[]> {
    return listRates(this.dataSource.manager);
  }

  /**
   * Offers a conversion at this rate from now on. Throws CatalogError `asset-not-found`, `too-many-conversion-rates`, or
   * `conversion-cycle-creates-credits` if a cycle of conversions could then create credits.
   */
  async offer(rate: ConversionRate, by: Author): Promise<void> {
    await requireAsset(this.dataSource, rate.from);
    await requireAsset(this.dataSource, rate.to);
    await inTransaction(this.dataSource, async (manager) => {
      await lockRates(manager);
      const rates = await listRates(manager);
      const isSame = ({ from, to }: Pair) => from === rate.from && to === rate.to;
      requireHarmless(
        rates.filter((other) => !isSame(other)),
        rate,
      );
      // TypeORM's `upsert` also sets the primary key, which the role of the service may not update.
      await manager.query(
        `INSERT INTO conversion_rates (from_asset, to_asset, from_amount, to_amount) VALUES ($1, $2, $3, $4)
         ON CONFLICT (from_asset, to_asset)
         DO UPDATE SET from_amount = excluded.from_amount, to_amount = excluded.to_amount`,
        [rate.from, rate.to, rate.fromAmount, rate.toAmount],
      );
      await recordRate(manager, { pair: rate, by, before: rates.find(isSame), after: rate });
    });
  }

  /** Withdraws a conversion. Does nothing if it is not offered. */
  async withdraw({ from, to }: Pair, by: Author): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await lockRates(manager);
      const before = await manager.findOneBy(ConversionRateEntity, { from, to });
      if (!before) return;
      await manager.delete(ConversionRateEntity, { from, to });
      await recordRate(manager, { pair: { from, to }, by, before, after: undefined });
    });
  }
}

type Pair = Pick<ConversionRate, 'from' | 'to'>;

/**
 * One change of rates at a time across all instances: two rates that are harmless alone may form a cycle together. Reads do not take
 * this lock.
 */
async function lockRates(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(${ratesLock})`);
}

interface RateChange {
  pair: Pair;
  by: Author;
  before: ConversionRate | undefined;
  after: ConversionRate | undefined;
}

function recordRate(manager: EntityManager, { pair, by, before, after }: RateChange): Promise<void> {
  return recordChange(manager, {
    kind: 'conversion-rate',
    subject: `${pair.from}/${pair.to}`,
    by,
    before: termsOf(before),
    after: termsOf(after),
  });
}

function termsOf(rate: ConversionRate | undefined): Terms | null {
  return rate ? { fromAmount: rate.fromAmount, toAmount: rate.toAmount } : null;
}

function listRates(manager: EntityManager): Promise<ConversionRate[]> {
  return manager.find(ConversionRateEntity, { order: { from: 'ASC', to: 'ASC' } });
}

function requireHarmless(others: readonly ConversionRate[], added: ConversionRate): void {
  if (others.length >= maxRates) {
    throw new CatalogError(
      'too-many-conversion-rates',
      `There can be at most ${maxRates} conversion rates.`,
      {
        limit: maxRates,
      },
    );
  }
  const cycle = creatingCycle(others, added);
  if (!cycle) return;
  throw new CatalogError(
    'conversion-cycle-creates-credits',
    `With this rate, ${cycle.join(' → ')} would end with more credits than it began with.`,
    { cycle },
  );
}
