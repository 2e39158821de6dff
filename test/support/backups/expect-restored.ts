import type { Postgres } from '../../faults/support/postgres.js';
import { balancesAfter, readBalances, type RecordedWrites, resend } from './recorded-writes.js';
import { runCommand, withService } from './wallet-server.js';

/** What a restored server has to have kept, and what it has to have lost. Either is right for other writes. */
export interface Expected {
  /** The key of the client that wrote. */
  key: string;
  writes: RecordedWrites;
  kept: RecordedWrites['all'];
  lost: RecordedWrites['all'];
}

/** A restored ledger passes the audit, replays what it has kept, and executes again what it has lost. */
export async function expectRestored(
  postgres: Postgres,
  { key, writes, kept, lost }: Expected,
): Promise<void> {
  expect(await runCommand(postgres, 'verify')).toContain('The ledger is consistent');
  await withService(postgres, key, async (client) => {
    const balances = await readBalances(client);
    const replayed = await resend(client, writes.all);
    process.stderr.write(`${replayed.size} of ${writes.all.length} writes replayed\n`);
    expect(kept.filter((write) => !replayed.has(write))).toEqual([]);
    expect(lost.filter((write) => replayed.has(write))).toEqual([]);
    expect(balances).toEqual(balancesAfter([...replayed]));
    expect(await readBalances(client)).toEqual(balancesAfter(writes.all));
  });
  expect(await runCommand(postgres, 'verify')).toContain('The ledger is consistent');
}
