import { CatalogError, ConversionRates, Items, Tasks } from '@app/catalog';
import type { Author } from '@app/changes';
import type { INestApplicationContext } from '@nestjs/common';
import { demoConversionRates, demoItems, demoTasks } from './demo-data.js';

/** Seeds items and tasks, each only where it is missing, and conversion rates where there are none. */
export async function seedCatalogue(context: INestApplicationContext, by: Author): Promise<void> {
  const items = context.get(Items, { strict: false });
  const tasks = context.get(Tasks, { strict: false });
  const rates = context.get(ConversionRates, { strict: false });
  for (const item of demoItems) await unlessTaken(items.create(item, by));
  for (const task of demoTasks) await unlessTaken(tasks.create(task, by));
  // Only into an empty list: together with an operator's rates, these could form a cycle that creates credits.
  if ((await rates.list()).length > 0) return;
  for (const rate of demoConversionRates) await rates.offer(rate, by);
}

async function unlessTaken(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    const isTaken = error instanceof CatalogError && /^(?:item|task)-exists$/.test(error.code);
    if (!isTaken) throw error;
  }
}
