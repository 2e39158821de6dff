import { createHash, randomUUID } from 'node:crypto';
import type { Journal } from '@app/ledger';
import { openJournal, topUpPosting } from './open-journal.js';

/**
 * Batches ten times as large as in production, and lanes that always have one: no client waits for an answer here. Everything
 * else is the one write path of the ledger, with its locks, hash chain, keys, constraints and triggers. The loaded
 * ledger is one that could have grown.
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

interface Load {
  databaseUrl: string;
  count: number;
  /** Returns the user of the next top-up. */
  userOf: () => string;
  /** Shown with the progress. */
  name: string;
}

/** Tops up `count` times, and prints its progress. */
export async function loadTransactions({
  databaseUrl,
  count,
  userOf,
  name,
}: Load): Promise<{ seconds: number }> {
  const { journal, close } = await openJournal(databaseUrl, bulk);
  const startedAt = performance.now();
  let begun = 0;
  let done = 0;
  const timer = setInterval(() => {
    console.log(`  ${name}: ${done} of ${count}`);
  }, progressMs);
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

async function topUp(journal: Journal, userId: string): Promise<void> {
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
