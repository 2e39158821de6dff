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

const progressMs = 10_000;

/** How many postings wait for an answer at once, in all lanes together. */
const inFlight = 4 * 2 * bulk.batchSize;

/**
 * Tops up `count` times, the user of each being what `userOf` gives, and says now and then how far it is.
 */
export async function loadTransactions({ databaseUrl, count, userOf, name }) {
  const { journal, close } = await openJournal(databaseUrl, bulk);
  const startedAt = performance.now();
  let begun = 0;
  let done = 0;
  const timer = setInterval(() => console.log(`  ${name}: ${done} of ${count}`), progressMs);
  const caller = async () => {
    while (begun < count) {
      begun++;
      await topUp(journal, userOf());
      done++;
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(inFlight, count) }, caller));
  } finally {
    clearInterval(timer);
    await close();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `  ${name}: ${count} transactions in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)}/s`,
  );
  return { seconds };
}

async function topUp(journal, userId) {
  const key = randomUUID();
  const outcome = await journal.post(
    topUpPosting({ userId, asset: 'GOLD', amount: 1 + Math.floor(Math.random() * 1000) }),
    {
      clientId: 'bench',
      key,
      fingerprint: createHash('sha256').update(key).digest(),
      actor: { kind: 'client', id: 'bench' },
    },
  );
  if ('refusal' in outcome) throw new Error(`a top-up was refused: ${outcome.refusal.code}`);
}
