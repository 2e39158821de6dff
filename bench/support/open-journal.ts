import 'reflect-metadata';
import { accountEntities, loadShardMap, ShardPlacement } from '@app/accounts';
import { catalogCapability } from '@app/catalog';
import { openConnections } from '@app/database';
import { freezingCapability } from '@app/freezes';
import {
  CapabilityRegistry,
  defaultJournalOptions,
  type FixedPosting,
  Journal,
  type JournalOptions,
  ledgerCapability,
} from '@app/ledger';

/** The journal of the wallet, wired by hand: its group commit without the framework. */
export async function openJournal(url: string, options: Partial<JournalOptions> = {}) {
  const connections = await openConnections({
    url,
    poolSize: 16,
    reserved: (options.lanes ?? defaultJournalOptions.lanes) + 1,
    as: 'application',
    applicationName: 'wallet-bench',
    entities: accountEntities,
  });
  const shards = await loadShardMap(connections.main);
  const placement = await ShardPlacement.load(connections, shards);
  const journal = new Journal(
    placement,
    new CapabilityRegistry([ledgerCapability, catalogCapability, freezingCapability]),
    shards,
    { ...defaultJournalOptions, ...options },
  );
  return {
    journal,
    close: async () => {
      await journal.close();
      placement.onApplicationShutdown();
      await connections.close();
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
