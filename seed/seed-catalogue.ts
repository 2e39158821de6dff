import type { ConversionRates } from '@app/catalog';
import type { DataSource } from 'typeorm';
import { demoConversionRates, demoItems, demoTasks } from './demo-data.js';

/** Seeds items and tasks, each only where it is missing, and conversion rates where there are none. */
export async function seedCatalogue(dataSource: DataSource, rates: ConversionRates): Promise<void> {
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
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[])
     ON CONFLICT DO NOTHING`,
    [
      demoTasks.map(({ code }) => code),
      demoTasks.map(({ name }) => name),
      demoTasks.map(({ asset }) => asset),
      demoTasks.map(({ reward }) => reward),
      demoTasks.map(({ limit }) => limit),
      demoTasks.map(({ completedBy }) => completedBy),
    ],
  );
  // Only into an empty list: together with an operator's rates, these could form a cycle that creates credits.
  if ((await rates.list()).length > 0) return;
  for (const rate of demoConversionRates) await rates.offer(rate);
}
