import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { accountEntities, Accounts, loadShardMap } from '../../dist/libs/accounts/src/index.js';
import { CatalogTerms } from '../../dist/libs/catalog/src/index.js';
import { postgresOptions } from '../../dist/libs/database/src/index.js';
import { IdempotencyKeys } from '../../dist/libs/idempotency/src/index.js';
import { defaultJournalOptions, Journal } from '../../dist/libs/ledger/src/index.js';

/** The journal of the wallet, put together by hand: its group commit without the framework. */
export async function openJournal(url, options = {}) {
  const dataSource = await new DataSource({
    ...postgresOptions({ url, poolSize: 16, as: 'application', applicationName: 'wallet-bench' }),
    entities: accountEntities,
  }).initialize();
  const journal = new Journal(
    dataSource,
    new Accounts(),
    new IdempotencyKeys(),
    new CatalogTerms(),
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
