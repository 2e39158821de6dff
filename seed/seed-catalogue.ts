import type { DataSource } from 'typeorm';
import { demoConversionRates, demoItems, demoTasks } from './demo-data.js';

/** Seeds items, tasks and conversion rates, each only where it is missing: what was changed since stays changed. */
export async function seedCatalogue(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO items (code, name, asset_code, price)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) ON CONFLICT DO NOTHING`,
    [
      demoItems.map(({ code }) => code),
      demoItems.map(({ name }) => name),
      demoItems.map(({ asset }) => asset),
      demoItems.map(({ price }) => price),
    ],
  );
  await dataSource.query(
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[]) ON CONFLICT DO NOTHING`,
    [
      demoTasks.map(({ code }) => code),
      demoTasks.map(({ name }) => name),
      demoTasks.map(({ asset }) => asset),
      demoTasks.map(({ reward }) => reward),
      demoTasks.map(({ limit }) => limit),
    ],
  );
  await dataSource.query(
    `INSERT INTO conversion_rates (from_asset, to_asset, from_amount, to_amount)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) ON CONFLICT DO NOTHING`,
    [
      demoConversionRates.map(({ from }) => from),
      demoConversionRates.map(({ to }) => to),
      demoConversionRates.map(({ fromAmount }) => fromAmount),
      demoConversionRates.map(({ toAmount }) => toAmount),
    ],
  );
}
