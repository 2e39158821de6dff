import { Assets, openAccounts, ShardMap, ShardPlacement, systemOwner } from '@app/accounts';
import { fingerprint } from '@app/idempotency';
import { CapabilityRegistry, Journal } from '@app/ledger';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demoAssets, demoBalances } from './demo-data.js';
import { seedCatalogue } from './seed-catalogue.js';

const seedClient = 'seed';

/**
 * Seeds the assets, the catalogue, the system accounts and the demo users, and answers how many balances it granted. Every
 * initial balance is a top-up through the journal under its own key: seeding again changes nothing, and seeding twice at the
 * same moment grants once.
 *
 * The assets and the catalogue are seeded only before the first balance. Later changes and deletions are kept.
 */
export async function seedDemo(context: INestApplicationContext): Promise<number> {
  const assets = context.get(Assets, { strict: false });
  const journal = context.get(Journal, { strict: false });
  const dataSource = context.get(DataSource);
  if (!(await hasBalances(dataSource, context.get(ShardMap, { strict: false })))) {
    for (const asset of demoAssets) await assets.create(asset, { client: seedClient });
    await seedCatalogue(context, { client: seedClient });
    await openSystemAccounts(context);
  }
  const grants = Object.entries(demoBalances).flatMap(([userId, balances]) =>
    Object.entries(balances).map(([asset, amount]) => ({ userId, asset, amount })),
  );
  const outcomes = await Promise.all(grants.map((grant) => topUp(journal, grant)));
  return outcomes.filter((outcome) => !outcome.replayed).length;
}

/** Whether a balance was ever seeded. Keys are never deleted, so the answer does not change back. */
async function hasBalances(dataSource: DataSource, shards: ShardMap): Promise<boolean> {
  const rows = await dataSource.query<unknown[]>(
    `SELECT 1 FROM idempotency_keys WHERE shard = ANY ($1::smallint[]) AND client_id = $2 LIMIT 1`,
    [shards.all, seedClient],
  );
  return rows.length > 0;
}

/** They would open by themselves, each with its first transaction; this way they are all there to be looked at. */
async function openSystemAccounts(context: INestApplicationContext): Promise<void> {
  const { systemAccounts } = context.get(CapabilityRegistry, { strict: false });
  for (const { shards, dataSource } of context.get(ShardPlacement, { strict: false }).groups) {
    const addresses = shards.flatMap((shard) =>
      systemAccounts.flatMap((id) =>
        demoAssets.map(({ code }) => ({ shard, owner: systemOwner(id), asset: code })),
      ),
    );
    const queryRunner = dataSource.createQueryRunner();
    try {
      await openAccounts(queryRunner, addresses, new Date());
    } finally {
      await queryRunner.release();
    }
  }
}

async function topUp(journal: Journal, grant: { userId: string; asset: string; amount: number }) {
  const { userId, asset, amount } = grant;
  const outcome = await journal.post(
    {
      type: 'topup',
      userId,
      legs: [
        {
          source: { kind: 'system', id: 'treasury' },
          destination: { kind: 'user', id: userId },
          asset,
          amount,
        },
      ],
      reference: 'seed',
      description: 'Initial balance',
      metadata: {},
    },
    {
      clientId: seedClient,
      key: `seed-${userId}-${asset}`,
      actor: { kind: 'house', id: 'seed' },
      fingerprint: fingerprint({ method: 'SEED', path: `/${userId}/${asset}`, body: {} }),
    },
    // Whatever is wrong with the asset can be put right, and seeding repeated.
    { storeRefusal: false },
  );
  if ('refusal' in outcome)
    throw new Error(`seeding ${asset} for ${userId} was refused: ${outcome.refusal.code}`);
  return outcome;
}
