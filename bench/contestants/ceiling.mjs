import { fileURLToPath } from 'node:url';
import { serveTopUps } from '../support/bare-server.mjs';
import { openJournal, topUpPosting } from '../support/open-journal.mjs';
import { nodeOptions } from './wallet.mjs';

/**
 * The most that the wallet could reach: its own group commit, which writes the same rows, behind a bare server. What is
 * between the two is the price of the framework, of validation, authentication and the access log.
 */
export const ceiling = {
  name: 'ceiling',
  args: [...nodeOptions, fileURLToPath(import.meta.url)],
  env: {},
};

const clientId = 'bench';

async function commit(journal, topUp) {
  const outcome = await journal.post(topUpPosting(topUp), {
    clientId,
    key: topUp.key,
    fingerprint: topUp.fingerprint,
    actor: { kind: 'client', id: clientId },
  });
  if ('refusal' in outcome) return undefined;
  const { id, createdAt, entries } = outcome.transaction;
  const [, { balanceAfter, version }] = entries;
  const { userId, asset, amount } = topUp;
  return {
    id,
    userId,
    asset,
    amount,
    balance: Number(balanceAfter),
    version,
    createdAt,
    replayed: outcome.replayed,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { journal, close } = await openJournal(process.env.DATABASE_URL);
  await serveTopUps({ commit: (topUp) => commit(journal, topUp), close });
}
