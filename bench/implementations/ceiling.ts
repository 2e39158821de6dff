import { fileURLToPath } from 'node:url';
import type { Journal } from '@app/ledger';
import { serveTopUps, type TopUp, type WrittenTopUp } from '../support/bare-server.js';
import { openJournal, topUpPosting } from '../support/open-journal.js';
import { nodeOptions } from './wallet.js';

/**
 * The upper bound for the wallet: its group commit, which writes the same rows, behind a bare server. The gap between the two is
 * the price of the framework, validation, authentication and the access log.
 */
export const ceiling = {
  name: 'ceiling',
  args: [...nodeOptions, fileURLToPath(import.meta.url)],
  env: {},
};

const clientId = 'bench';

async function commit(journal: Journal, topUp: TopUp): Promise<WrittenTopUp | undefined> {
  const outcome = await journal.post(topUpPosting(topUp), {
    clientId,
    key: topUp.key,
    fingerprint: topUp.fingerprint,
    actor: { kind: 'client', id: clientId },
  });
  if ('refusal' in outcome) return undefined;
  const { id, createdAt, entries } = outcome.transaction;
  const [, credit] = entries;
  if (!credit) throw new Error(`transaction ${id} has no credit entry`);
  const { userId, asset, amount } = topUp;
  return {
    id,
    userId,
    asset,
    amount,
    balance: Number(credit.balanceAfter),
    version: credit.version,
    createdAt,
    replayed: outcome.replayed,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { journal, close } = await openJournal(process.env['DATABASE_URL'] ?? '');
  await serveTopUps({ commit: (topUp) => commit(journal, topUp), close });
}
