import type { WalletClient } from '../../support/wallet-client.js';
import type { Page } from './pages.js';

export interface RecordedChange {
  number: number;
  kind: string;
  subject: string;
  by: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  createdAt: string;
}

/** The newest changes on record that match a query, oldest first. */
export async function changesOf(client: WalletClient, query = ''): Promise<RecordedChange[]> {
  const answer = await client.get(`/v1/changes?limit=100&${query}`);
  expect(answer.status).toBe(200);
  return (answer.json as Page<RecordedChange>).data.toReversed();
}
