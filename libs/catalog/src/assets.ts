import type { DataSource } from 'typeorm';
import { CatalogError } from './catalog-error.js';

/** Throws CatalogError `asset-not-found`. Assets are never deleted, so the answer stays valid. */
export async function requireAsset(dataSource: DataSource, code: string): Promise<void> {
  const rows = await dataSource.query<unknown[]>(`SELECT FROM assets WHERE code = $1`, [code]);
  if (rows.length === 0) {
    throw new CatalogError('asset-not-found', `There is no asset ${code}.`, { asset: code });
  }
}
