import { seedDemo } from '../../../../../seed/seed-demo.js';
import { openDatabase } from '../database/open-database.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { withLedger } from '../ledger-context.js';
import { printLine, runCommand } from './run-command.js';

/** `npm run seed`: adds missing assets, system accounts and demo users. */
void runCommand(async (configuration) => {
  const database = await openDatabase(configuration, printLine);
  try {
    await prepareDatabase(database, configuration);
    const granted = await withLedger(database.url, seedDemo);
    printLine(
      granted === 0
        ? 'The demo data is already there; nothing changed.'
        : `Seeded ${granted} initial balances.`,
    );
  } finally {
    await database.close();
  }
  return 0;
});
