import { randomUUID } from 'node:crypto';
import { seedDemo } from '../../../seed/seed-demo.js';
import { setUpClock } from '../../support/database-clock.js';
import { randomOf } from '../../support/random.js';
import { createTestDatabase } from '../../support/test-database.js';
import { startService, type TestService } from '../../support/test-service.js';

const dayMs = 86_400_000;

const items = ['Iron sword', 'Health potion', 'Mystery box', 'Oak shield', 'Map of the north', 'Lantern'];
const extras = ['carol', 'dora', 'erin', 'fred', 'grace', 'henry', 'ida', 'jack'];

/** A service with a month of history: always the same story, told through the API with the clock set back. */
export async function startServiceWithStory(): Promise<TestService> {
  const today = Date.now();
  const database = await createTestDatabase();
  const clock = await setUpClock(database);
  await clock.set(today - 30 * dayMs);
  try {
    const service = await startService({ database });
    await seedDemo(service.app);
    const chance = randomOf(17);
    for (let day = 29; day >= 0; day -= 1) {
      for (let hour = 8; hour < 20; hour += 2) {
        // Today only up to now.
        const now = Math.min(today - day * dayMs - (20 - hour) * 600_000, today - 1_000);
        await clock.set(now);
        await anHour(service, chance);
      }
    }
    return { ...service, close: () => service.close().then(() => database.drop()) };
  } finally {
    await clock.release();
    await clock.close();
  }
}

async function anHour(service: TestService, chance: () => number): Promise<void> {
  const write = (path: string, body: object) =>
    service.client.post(`/v1/wallets/${path}`, body, randomUUID());
  const item = items[Math.floor(chance() * items.length)];
  const extra = extras[Math.floor(chance() * extras.length)] ?? 'carol';
  const spend = await write('alice/GOLD/spend', {
    amount: 20 + Math.floor(chance() * 110),
    description: item,
  });
  if (spend.status === 422) {
    await write('alice/GOLD/topup', {
      amount: 1_500,
      reference: `order-${1_000 + Math.floor(chance() * 9_000)}`,
    });
  }
  if (chance() < 0.3) await write('alice/GOLD/bonus', { amount: 25, description: 'Daily quest' });
  await write(`${extra}/GOLD/topup`, { amount: 50 + Math.floor(chance() * 250), reference: 'card payment' });
  await write(`${extra}/GOLD/spend`, { amount: 20 + Math.floor(chance() * 160), description: item });
  await write(`${extra}/SILVER/bonus`, { amount: 40, description: 'Watched an ad' });
  if (chance() < 0.25) await write('alice/purchases', { item: 'iron-sword', quantity: 1 });
  if (chance() < 0.4) await write(`${extra}/convert`, { from: 'SILVER', to: 'GOLD', amount: 50 });
  if (chance() < 0.4) await write(`${extra}/convert`, { from: 'GOLD', to: 'DIAMOND', amount: 50 });
  await write('alice/tasks/daily-login/complete', {});
  await write('bob/SILVER/spend', { amount: 1 + Math.floor(chance() * 3) });
}
