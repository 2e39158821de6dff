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
  async create(asset: NewAsset): Promise<Asset | undefined> {
    const [row] = await this.dataSource.query<Row[]>(
      `INSERT INTO assets (code, name, decimals, min_amount, max_amount) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [asset.code, asset.name, asset.decimals ?? 0, asset.minAmount ?? 1, asset.maxAmount ?? maxAmount],
    );
    return row && toAsset(row);
  }

  /**
   * Changes the given members and keeps the rest. Returns `undefined`, and changes nothing, if the asset does not exist or if its
   * smallest amount would exceed its largest. Concurrent changes are serialised: the second sees the first.
   *
   * Once it resolves, every posting sent from then on sees the change, on every instance. A posting that is already being decided
   * may still see the old values; see `lockAccounts`.
   *
   * The condition must hold on the row that UPDATE locks, which a repository cannot express.
   */
  async change(
    code: string,
    { name, minAmount, maxAmount, retired }: AssetChange,
  ): Promise<Asset | undefined> {
    const [[row]] = await this.dataSource.query<[Row[], number]>(
      `UPDATE assets SET name = coalesce($2, name), min_amount = coalesce($3, min_amount),
                         max_amount = coalesce($4, max_amount), retired = coalesce($5, retired)
       WHERE code = $1 AND coalesce($3, min_amount) <= coalesce($4, max_amount)
       RETURNING ${columns}`,
      [code, name, minAmount, maxAmount, retired],
    );
    return row && toAsset(row);
  }
}

function toAsset(row: Row): Asset {
  return { ...row, minAmount: exactInteger(row.minAmount), maxAmount: exactInteger(row.maxAmount) };
}
