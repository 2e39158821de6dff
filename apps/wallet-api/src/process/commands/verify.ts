import { checkSchema } from '@app/database';
import { Verification, type VerificationReport } from '@app/ledger';
import { openDatabase } from '../database/open-database.js';
import { withLedger } from '../ledger-context.js';
import { printLine, runCommand } from './run-command.js';

/** `npm run verify`: the audit. Exits with 0 if every invariant holds, with 2 if one does not. */
void runCommand(async (configuration) => {
  const database = await openDatabase(configuration, printLine, { create: false });
  try {
    (await checkSchema({ url: database.url, environment: configuration.environment })).forEach(printLine);
    const report = await withLedger(database.url, (context) => context.get(Verification).verify());
    print(report);
    return report.ok ? 0 : 2;
  } finally {
    await database.close();
  }
});

function print({ ok, durationMs, invariants }: VerificationReport): void {
  for (const { name, checked, violations, examples } of invariants) {
    printLine(
      `${violations === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${checked} checked, ${violations} violations`,
    );
    for (const example of examples) printLine(`        ${example}`);
  }
  printLine(
    ok ? `The ledger is consistent (${durationMs} ms).` : `The ledger is NOT consistent (${durationMs} ms).`,
  );
}
