import { Changes, ChangesModule, recordChange } from '@app/changes';
import { DataSource } from 'typeorm';
import { type OpenModule, openModule } from './support/open-module.js';

let changes: OpenModule;
beforeAll(async () => {
  changes = await openModule(ChangesModule);
});
afterAll(() => changes.close());

const price = (before: number | null, after: number | null) => ({
  kind: 'item' as const,
  subject: 'sword',
  by: { client: 'live-ops' },
  before: before === null ? null : { price: before },
  after: after === null ? null : { price: after },
});

it('records a change in the transaction that makes it, numbered without a gap', async () => {
  const { manager } = changes.get(DataSource);
  await manager.transaction((within) => recordChange(within, price(null, 5)));
  const failed = manager.transaction(async (within) => {
    await recordChange(within, price(5, 6));
    throw new Error('the change failed');
  });
  await expect(failed).rejects.toThrow('the change failed');
  await manager.transaction((within) => recordChange(within, price(5, 5)));
  await manager.transaction((within) => recordChange(within, { ...price(5, null), by: 'operator' }));

  const recorded = { kind: 'item', subject: 'sword', createdAt: expect.any(Date) as Date };
  expect(await changes.get(Changes).list({ limit: 10 })).toEqual([
    {
      ...recorded,
      number: 2,
      by: expect.stringMatching(/^operator:./) as string,
      before: { price: 5 },
      after: null,
    },
    { ...recorded, number: 1, by: 'live-ops', before: null, after: { price: 5 } },
  ]);
});
