import { exactInteger, FoundCache } from '@app/accounts';
import { type Author, recordChange, type Terms } from '@app/changes';
import { inTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireAsset } from './assets.js';
import { CatalogError } from './catalog-error.js';
import type { CatalogPage } from './catalog-page.js';
import { ItemEntity } from './item.entity.js';

export type Item = ItemEntity;

type ItemChange = Partial<Pick<Item, 'name' | 'price' | 'retired'>>;

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
  async create({ code, name, asset, price }: Omit<Item, 'retired'>, by: Author): Promise<Item> {
    await requireAsset(this.dataSource, asset);
    return inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<ItemRow[]>(
        `INSERT INTO items (code, name, asset_code, price) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING ${itemColumns}`,
        [code, name, asset, price],
      );
      if (!row) throw itemExists(code);
      const item = toItem(row);
      await recordChange(manager, { kind: 'item', subject: code, by, before: null, after: termsOf(item) });
      return item;
    });
  }

  /**
   * Changes the given members and returns the updated item; `undefined` if it does not exist. Concurrent changes are serialised:
   * the second sees the first.
   */
  change(code: string, change: ItemChange, by: Author): Promise<Item | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const item = await manager.findOne(ItemEntity, {
        where: { code },
        lock: { mode: 'for_no_key_update' },
      });
      if (!item) return undefined;
      const { name = item.name, price = item.price, retired = item.retired } = change;
      await manager.update(ItemEntity, { code }, { name, price, retired });
      const changed = { ...item, name, price, retired };
      const [before, after] = [termsOf(item), termsOf(changed)];
      await recordChange(manager, { kind: 'item', subject: code, by, before, after });
      return changed;
    });
  }
}

function itemExists(code: string): CatalogError {
  return new CatalogError('item-exists', `An item with the code ${code} already exists.`, { item: code });
}

/** What the record of changes has of an item. */
function termsOf({ name, asset, price, retired }: Item): Terms {
  return { name, asset, price, retired };
}

function toItem(row: ItemRow): Item {
  return { ...row, price: exactInteger(row.price) };
}
