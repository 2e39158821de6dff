import { checkSchema, postgresOptions, requireOwner } from '@app/database';
import { type DifferingAccount, rebuildBalances, type RebuildReport } from '@app/ledger';
import { DataSource } from 'typeorm';
import { ConfigurationError } from '../configuration/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { printLine, runCommand } from './run-command.js';

/**
 * `npm run rebuild-balances [-- --apply]`: compares every account with its entries and, with --apply, repairs it. Exits with 0 if
 * all accounts match their entries at the end, and with 2 if not.
 */
void runCommand(async (configuration) => {
  const apply = readArguments(process.argv.slice(2));
  const database = await openDatabase(configuration, printLine, { create: false, login: 'owner' });
  const owner = new DataSource(
    postgresOptions({ url: database.ownerUrl, poolSize: 2, as: 'owner', applicationName: 'wallet-rebuild' }),
  );
  try {
    await requireOwner(database.ownerUrl);
    (
      await checkSchema({ url: database.ownerUrl, as: 'owner', environment: configuration.environment })
    ).forEach(printLine);
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
    throw new ConfigurationError(
      `unknown argument ${unknown}: the only one is --apply, which repairs accounts that differ`,
    );
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
    printLine(
      `${ownerKind} ${ownerId} ${asset} (shard ${shard}, account ${id}): ${field} is ${stored[field]}, its entries say ${recomputed[field]}`,
    );
  }
}

function printSummary({ differing, repaired, faults }: RebuildReport): void {
  for (const { shard, name, violations, examples } of faults) {
    printLine(`FAIL  shard ${shard}: ${name}, ${violations} violations`);
    for (const example of examples) printLine(`        ${example}`);
  }
  if (faults.length > 0) {
    printLine('The entries of these shards are corrupt. Nothing was changed there: find the cause first.');
  }
  if (differing === 0) printLine('Every account matches its entries.');
  else if (repaired === 0) printLine(`${differing} accounts differ from their entries; nothing was changed.`);
  else printLine(`Repaired ${repaired} of ${differing} accounts that differed.`);
}
