import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { accountEntities, loadShardMap } from '../../dist/libs/accounts/src/index.js';
import { catalogCapability } from '../../dist/libs/catalog/src/index.js';
import { postgresOptions } from '../../dist/libs/database/src/index.js';
import { freezingCapability } from '../../dist/libs/freezes/src/index.js';
import {
  CapabilityRegistry,
  defaultJournalOptions,
  Journal,
  ledgerCapability,
} from '../../dist/libs/ledger/src/index.js';

/** The journal of the wallet, put together by hand: its group commit without the framework. */
export async function openJournal(url, options = {}) {
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

/** What the wallet makes of a top-up. */
export function topUpPosting({ userId, asset, amount }) {
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
