import type { INestApplication } from '@nestjs/common';
import { Journal } from '@app/ledger';
import { keyOf, topup } from './postings.js';

/** The most that can wait for a batch without being shed. */
const atOnce = 500;

/** Gives a user an account in GOLD with this many entries, each a top-up of 1. */
export async function fillAccount(
  app: INestApplication,
  { userId, entries, description = null }: { userId: string; entries: number; description?: string | null },
): Promise<void> {
  const journal = app.get(Journal);
  for (let left = entries; left > 0; left -= atOnce) {
    const postings = Array.from({ length: Math.min(left, atOnce) }, () =>
      journal.post(topup(userId, 1, { description }), keyOf()),
    );
    for (const outcome of await Promise.all(postings)) {
      if ('refusal' in outcome) throw new Error(`a top-up was refused as ${outcome.refusal.code}`);
    }
  }
}
