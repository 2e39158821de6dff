import { checkSchema, postgresOptions, requireOwner } from '@app/database';
import { type DifferingAccount, rebuildBalances, type RebuildReport } from '@app/ledger';
import { DataSource } from 'typeorm';
import { ConfigurationError } from '../configuration/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { runCommand, say } from './run-command.js';

/**
 * `npm run rebuild-balances [-- --apply]`: compares every account with its entries and, with --apply, sets it right. Exits
 * with 0 when all accounts are as their entries say, and with 2 when one is not.
 */
void runCommand(async (configuration) => {
  const apply = readArguments(process.argv.slice(2));
  const database = await openDatabase(configuration, say, { login: 'owner' });
  const owner = new DataSource(
    postgresOptions({ url: database.ownerUrl, poolSize: 2, as: 'owner', applicationName: 'wallet-rebuild' }),
  );
  try {
    await requireOwner(database.ownerUrl);
    await checkSchema({ url: database.ownerUrl, as: 'owner' });
    await owner.initialize();
    const report = await rebuildBalances(owner, { apply, report: printDifferences });
    printSummary(report);
    return report.faults.length === 0 && report.differing === report.repaired ? 0 : 2;
  } finally {
    if (owner.isInitialized) await owner.destroy();
    await database.close();
  }
});

function readArguments(given: readonly string[]): boolean {
  const unknown = given.find((argument) => argument !== '--apply');
  if (unknown !== undefined) {
    throw new ConfigurationError(`${unknown} is not known here; --apply is, which sets right what differs`);
  }
  return given.length > 0;
}

function printDifferences({
  shard,
  id,
  ownerKind,
  ownerId,
  asset,
  stored,
  recomputed,
}: DifferingAccount): void {
  for (const field of ['balance', 'version', 'headHash', 'updatedAt'] as const) {
    if (stored[field] === recomputed[field]) continue;
    say(
      `${ownerKind} ${ownerId} ${asset} (shard ${shard}, account ${id}): ${field} is ${stored[field]}, its entries say ${recomputed[field]}`,
    );
  }
}

function printSummary({ differing, repaired, faults }: RebuildReport): void {
  for (const { shard, name, violations, examples } of faults) {
    say(`FAIL  shard ${shard}: ${name}, ${violations} violations`);
    for (const example of examples) say(`        ${example}`);
  }
  if (faults.length > 0) {
    say('The entries themselves are broken there. Nothing was changed in these shards: find out who did it.');
  }
  if (differing === 0) say('Every account is as its entries say.');
  else if (repaired === 0) say(`${differing} accounts differ from their entries; nothing was changed.`);
  else say(`${repaired} of ${differing} accounts that differed are now as their entries say.`);
}
