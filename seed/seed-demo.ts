import { fingerprint } from '@app/idempotency';
import type { Journal } from '@app/ledger';
import type { DataSource } from 'typeorm';
import { demoAssets, demoBalances } from './demo-data.js';

/**
 * Seeds the assets and the demo users, and answers how many balances it granted. Every initial balance is a top-up
 * through the journal under a key of its own, so that seeding again changes nothing, and seeding twice at the same
 * moment grants once. System accounts open with the first transaction that needs them.
 */
export async function seedDemo(dataSource: DataSource, journal: Journal): Promise<number> {
  await dataSource.query(
    `INSERT INTO assets (code, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [demoAssets.map(({ code }) => code), demoAssets.map(({ name }) => name)],
  );
  const grants = Object.entries(demoBalances).flatMap(([userId, balances]) =>
    Object.entries(balances).map(([asset, amount]) => ({ userId, asset, amount })),
  );
  const outcomes = await Promise.all(grants.map((grant) => topUp(journal, grant)));
  return outcomes.filter((outcome) => !outcome.replayed).length;
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
      clientId: 'seed',
      key: `seed-${userId}-${asset}`,
      fingerprint: fingerprint({ method: 'SEED', path: `/${userId}/${asset}`, body: {} }),
    },
  );
  if ('refusal' in outcome)
    throw new Error(`seeding ${asset} for ${userId} was refused: ${outcome.refusal.code}`);
  return outcome;
}
