import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssetCodeCache } from './asset-code-cache.js';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import type { CatalogPage } from './catalog-page.js';

/** Something that users can buy with their credits. */
export interface Item {
  code: string;
  name: string;
  /** Never changes: another asset is another item. */
  asset: string;
  /** Of one piece, in whole minor units of the asset, from 1 to 2^53 − 1. */
  price: number;
  /** A retired item is not sold any more. */
  retired: boolean;
}

export type ItemRow = Omit<Item, 'price'> & { price: string };

export const itemColumns = `code, name, asset_code AS asset, price, retired`;

/** The items, for whoever looks at them and whoever looks after them. Nothing here moves credits. */
@Injectable()
export class Items {
  private readonly assetCodes = new AssetCodeCache(async (code) => (await this.find(code))?.asset);

  constructor(private readonly dataSource: DataSource) {}

  /** The asset in which this item is priced; `undefined` if there is no such item. */
  assetOf(code: string): Promise<string | undefined> {
    return this.assetCodes.of(code);
  }

  async list({ limit, startingAfter = '', includeRetired }: CatalogPage): Promise<Item[]> {
    const rows = await this.dataSource.query<ItemRow[]>(
      `SELECT ${itemColumns} FROM items WHERE code > $1 AND (NOT retired OR $2) ORDER BY code LIMIT $3`,
      [startingAfter, includeRetired, limit],
    );
    return rows.map(toItem);
  }

  async find(code: string): Promise<Item | undefined> {
    const [row] = await this.dataSource.query<ItemRow[]>(`SELECT ${itemColumns} FROM items WHERE code = $1`, [
      code,
    ]);
    return row && toItem(row);
  }

  /** Throws CatalogError `asset-not-found` or `item-exists`. */
  async create({ code, name, asset, price }: Omit<Item, 'retired'>): Promise<Item> {
    await requireAsset(this.dataSource, asset);
    const [row] = await this.dataSource.query<ItemRow[]>(
      `INSERT INTO items (code, name, asset_code, price) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING ${itemColumns}`,
      [code, name, asset, price],
    );
    if (!row) throw new CatalogError('item-exists', `There is an item ${code} already.`, { item: code });
    return toItem(row);
  }

  /** Changes what is given and gives the item as it then is; `undefined` if there is none. */
  async change(
    code: string,
    { name, price, retired }: Partial<Pick<Item, 'name' | 'price' | 'retired'>>,
  ): Promise<Item | undefined> {
    const [[row]] = await this.dataSource.query<[ItemRow[], number]>(
      `UPDATE items SET name = coalesce($2, name), price = coalesce($3, price), retired = coalesce($4, retired)
       WHERE code = $1 RETURNING ${itemColumns}`,
      [code, name, price, retired],
    );
    return row && toItem(row);
  }
}

/** The driver gives bigint as a string; a CHECK keeps it within what a number carries exactly. */
export function toItem(row: ItemRow): Item {
  return { ...row, price: Number(row.price) };
}
