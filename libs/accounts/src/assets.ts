import { type Author, recordChange, type Terms } from '@app/changes';
import { inTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssetEntity } from './asset.entity.js';
import { exactInteger, maxAmount } from './exact-integer.js';
import { FoundCache } from './found-cache.js';

export type Asset = AssetEntity;

type Row = Omit<Asset, 'minAmount' | 'maxAmount'> & Record<'minAmount' | 'maxAmount', string>;

const columns = `code, name, decimals, min_amount AS "minAmount", max_amount AS "maxAmount", retired`;

type NewAsset = Pick<Asset, 'code' | 'name'> & Partial<Omit<Asset, 'retired'>>;
type AssetChange = Partial<Omit<Asset, 'code' | 'decimals'>>;

/** Lists and administers assets. */
@Injectable()
export class Assets {
  private readonly existing = new FoundCache(async (code) => ((await this.find(code)) ? true : undefined));

  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<Asset[]> {
    return this.dataSource.getRepository(AssetEntity).find({ order: { code: 'ASC' } });
  }

  async find(code: string): Promise<Asset | undefined> {
    return (await this.dataSource.getRepository(AssetEntity).findOneBy({ code })) ?? undefined;
  }

  /** Whether there is such an asset. Hardly ever asks the database: an asset is never deleted, so those that exist are cached. */
  async exists(code: string): Promise<boolean> {
    return (await this.existing.get(code)) ?? false;
  }

  /**
   * Creates an asset, which can be credited at once: accounts in it open on first use. `undefined` if the code is taken. Waits
   * for running freezes; see `lock_assets_shared`.
   *
   * ON CONFLICT DO NOTHING reports a taken code without a second statement.
   */
  create(wanted: NewAsset, by: Author): Promise<Asset | undefined> {
    const { code, name, decimals = 0, minAmount: min = 1, maxAmount: max = maxAmount } = wanted;
    return inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<Row[]>(
        `INSERT INTO assets (code, name, decimals, min_amount, max_amount) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING ${columns}`,
        [code, name, decimals, min, max],
      );
      if (!row) return undefined;
      const asset = toAsset(row);
      await recordChange(manager, { kind: 'asset', subject: code, by, before: null, after: termsOf(asset) });
      return asset;
    });
  }

  /**
   * Changes the given members and keeps the rest. Returns `undefined`, and changes nothing, if the asset does not exist or if its
   * smallest amount would exceed its largest. Concurrent changes are serialised: the second sees the first.
   *
   * Once it resolves, every posting sent from then on sees the change, on every instance. A posting that is already being decided
   * may still see the old values; see `lockAccounts`.
   */
  change(code: string, change: AssetChange, by: Author): Promise<Asset | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      // The lock that UPDATE takes: batches can open accounts in the asset meanwhile.
      const asset = await manager.findOne(AssetEntity, {
        where: { code },
        lock: { mode: 'for_no_key_update' },
      });
      if (!asset) return undefined;
      const { name = asset.name, minAmount = asset.minAmount, maxAmount = asset.maxAmount } = change;
      const { retired = asset.retired } = change;
      if (minAmount > maxAmount) return undefined;
      const changed = { name, minAmount, maxAmount, retired };
      await manager.update(AssetEntity, { code }, changed);
      const after = { ...asset, ...changed };
      const [before, now] = [termsOf(asset), termsOf(after)];
      await recordChange(manager, { kind: 'asset', subject: code, by, before, after: now });
      return after;
    });
  }
}

/** What the record of changes has of an asset. */
function termsOf({ name, decimals, minAmount, maxAmount, retired }: Asset): Terms {
  return { name, decimals, minAmount, maxAmount, retired };
}

function toAsset(row: Row): Asset {
  return { ...row, minAmount: exactInteger(row.minAmount), maxAmount: exactInteger(row.maxAmount) };
}
