import 'reflect-metadata';
import { accountEntities, loadShardMap } from '@app/accounts';
import { catalogCapability } from '@app/catalog';
import { postgresOptions } from '@app/database';
import { freezingCapability } from '@app/freezes';
import {
  CapabilityRegistry,
  defaultJournalOptions,
  type FixedPosting,
  Journal,
  type JournalOptions,
  ledgerCapability,
} from '@app/ledger';
import { DataSource } from 'typeorm';

/** The journal of the wallet, wired by hand: its group commit without the framework. */
export async function openJournal(url: string, options: Partial<JournalOptions> = {}) {
  const dataSource = await new DataSource({
    ...postgresOptions({ url, poolSize: 16, as: 'application', applicationName: 'wallet-bench' }),
    entities: accountEntities,
  }).initialize();
  const journal = new Journal(
    dataSource,
    new CapabilityRegistry([ledgerCapability, catalogCapability, freezingCapability]),
    await loadShardMap(dataSource),
    { ...defaultJournalOptions, ...options },
  );
  return {
    journal,
    close: async () => {
      await journal.close();
      await dataSource.destroy();
    },
  };
}

/** The posting that the wallet makes of a top-up. */
export function topUpPosting({
  userId,
  asset,
  amount,
}: {
  userId: string;
  asset: string;
  amount: number;
}): FixedPosting {
  return {
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
    reference: null,
    description: null,
    metadata: {},
  };
}
