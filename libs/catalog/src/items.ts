import { exactInteger, FoundCache } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import type { CatalogPage } from './catalog-page.js';
import { ItemEntity } from './item.entity.js';

export type Item = ItemEntity;

type ItemRow = Omit<Item, 'price'> & { price: string };

const itemColumns = `code, name, asset_code AS asset, price, retired`;

/** Lists and administers items. Nothing here moves credits. */
@Injectable()
export class Items {
  private readonly assetCodes = new FoundCache(async (code) => (await this.find(code))?.asset);

  constructor(private readonly dataSource: DataSource) {}

  /** The asset of this item's price; `undefined` if the item does not exist. */
  assetOf(code: string): Promise<string | undefined> {
    return this.assetCodes.get(code);
  }

  /** Handwritten: TypeORM inlines the limit, so connections would prepare a statement for each limit. */
  async list({ limit, startingAfter = '', includeRetired }: CatalogPage): Promise<Item[]> {
    const rows = await this.dataSource.query<ItemRow[]>(
      `SELECT ${itemColumns} FROM items WHERE code > $1 AND (NOT retired OR $2) ORDER BY code LIMIT $3`,
      [startingAfter, includeRetired, limit],
    );
    return rows.map(toItem);
  }

  async find(code: string): Promise<Item | undefined> {
    return (await this.dataSource.getRepository(ItemEntity).findOneBy({ code })) ?? undefined;
  }

  /**
   * Throws CatalogError `asset-not-found` or `item-exists`. ON CONFLICT DO NOTHING reports a taken code without a second
   * statement; a repository would raise a database error.
   */
  async create({ code, name, asset, price }: Omit<Item, 'retired'>): Promise<Item> {
    await requireAsset(this.dataSource, asset);
    const [row] = await this.dataSource.query<ItemRow[]>(
      `INSERT INTO items (code, name, asset_code, price) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING ${itemColumns}`,
      [code, name, asset, price],
    );
    if (!row)
      throw new CatalogError('item-exists', `An item with the code ${code} already exists.`, { item: code });
    return toItem(row);
  }

  /**
   * Changes the given members and returns the updated item; `undefined` if it does not exist. Handwritten because a repository
   * needs a second statement to return the row, and at least one value to set.
   */
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

function toItem(row: ItemRow): Item {
  return { ...row, price: exactInteger(row.price) };
}
