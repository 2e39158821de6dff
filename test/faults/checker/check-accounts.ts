import type { WalletClient } from '../../support/wallet-client.js';
import { shownFigures } from './check-reserved.js';
import type { Findings } from './findings.js';
import type { LedgerState, StoredEntry } from './ledger-state.js';

/** No gap, no negative balance and no decreasing time at any version of any account; all entries sum to zero. */
export function checkAccounts(state: LedgerState, findings: Findings): void {
  for (const [account, entries] of state.entries) {
    let before: StoredEntry = {
      version: 0,
      transactionId: '',
      amount: 0,
      balanceAfter: 0,
      createdAt: new Date(0),
    };
    for (const entry of entries) {
      const follows =
        entry.version === before.version + 1 &&
        entry.balanceAfter === before.balanceAfter + entry.amount &&
        entry.balanceAfter >= 0 &&
        entry.createdAt >= before.createdAt;
      if (!follows) {
        findings.add('wrongBalances', `${account}: ${JSON.stringify(entry)} after ${JSON.stringify(before)}`);
      }
      before = entry;
    }
  }
  for (const { asset, sum } of state.sums) {
    if (sum !== '0') findings.add('wrongBalances', `all entries of ${asset} sum to ${sum}`);
  }
}

/** The statement and the balance of a user match the tables. */
export async function checkStatements(
  client: WalletClient,
  state: LedgerState,
  findings: Findings,
): Promise<void> {
  for (const [account, entries] of state.entries) {
    const shown = await readStatement(client, account);
    const stored = entries.map(
      ({ version, transactionId, balanceAfter }) => `${version} ${transactionId} ${balanceAfter}`,
    );
    if (typeof shown === 'number') {
      findings.add('wrongBalances', `the statement of ${account} is answered with ${shown}`);
    } else if (shown.join('\n') !== stored.join('\n')) {
      findings.add('wrongBalances', `the statement of ${account} is not what the tables hold`);
    }
    const { json } = await client.get(`/v1/wallets/${account}`);
    const { balance, held, owed, available } = shownFigures(
      account,
      entries.at(-1)?.balanceAfter ?? 0,
      state.reserved,
    );
    const isRight =
      json?.balance === balance &&
      json?.version === entries.length &&
      json?.held === held &&
      (json?.owed ?? 0) === owed &&
      json?.available === available;
    if (!isRight) {
      findings.add(
        'wrongBalances',
        `${account} is shown with ${JSON.stringify(json)}; its tables say ${JSON.stringify({ balance, held, owed, available })}`,
      );
    }
  }
}

/** The audit by the service. */
export async function checkAudit(client: WalletClient, findings: Findings): Promise<void> {
  const { status, json } = await client.get('/v1/ledger/verification');
  if (status !== 200) findings.add('auditFailures', `the audit was answered with ${status}`);
  for (const invariant of json?.invariants ?? []) {
    if (!invariant.ok) findings.add('auditFailures', `${invariant.name}: ${invariant.examples.join(', ')}`);
  }
}

/** The lines of all pages, or the status with which one was refused. */
async function readStatement(client: WalletClient, account: string): Promise<string[] | number> {
  const lines: string[] = [];
  for (let cursor = ''; ;) {
    const { status, json } = await client.get(`/v1/wallets/${account}/entries?limit=100${cursor}`);
    if (status !== 200) return status;
    for (const entry of json.data)
      lines.push(`${entry.version} ${entry.transactionId} ${entry.balanceAfter}`);
    if (!json.hasMore) return lines.reverse();
    cursor = `&startingAfter=${json.data.at(-1).version}`;
  }
}
