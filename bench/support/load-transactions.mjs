import { createHash, randomUUID } from 'node:crypto';
import { openJournal, topUpPosting } from './open-journal.mjs';

/**
 * Batches ten times as large as under load from outside, and lanes that are never without one: nobody waits for an answer
 * here. All else is the one write path of the ledger, with its locks, its hash chain, its keys, its constraints and
 * triggers, so that a loaded ledger is one that could have grown.
 */
const bulk = {
  lanes: 4,
  batchSize: 2_000,
  queueLength: 20_000,
  queueTimeoutMs: 120_000,
  batchTimeoutMs: 120_000,
};

/** How many postings wait for an answer at once, in all lanes together. */
const inFlight = 4 * 2 * bulk.batchSize;

/**
 * Tops up `count` times, the user of each being what `userOf` gives for its number. Says how far it is after every tenth
 * part.
 */
export async function loadTransactions({ databaseUrl, count, userOf, name }) {
  const { journal, close } = await openJournal(databaseUrl, bulk);
  const startedAt = performance.now();
  let begun = 0;
  let done = 0;
  const caller = async () => {
    while (begun < count) {
      const number = begun++;
      await topUp(journal, userOf(number));
      if (++done % Math.ceil(count / 10) === 0) progress(name, done, count, startedAt);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, caller));
  await close();
  return { seconds: (performance.now() - startedAt) / 1000 };
}

async function topUp(journal, userId) {
  const key = randomUUID();
  const outcome = await journal.post(
    topUpPosting({ userId, asset: 'GOLD', amount: 1 + Math.floor(Math.random() * 1000) }),
    { clientId: 'bench', key, fingerprint: createHash('sha256').update(key).digest() },
  );
  if ('refusal' in outcome) throw new Error(`a top-up was refused: ${outcome.refusal.code}`);
}

function progress(name, done, count, startedAt) {
  const perSecond = (done / (performance.now() - startedAt)) * 1000;
  console.log(`  ${name}: ${done} of ${count}, ${Math.round(perSecond)} transactions/s`);
}
