import { Journal } from '@app/ledger';
import { keyOf, spend, topup } from '../../support/postings.js';
import type { TestService } from '../../support/test-service.js';

export const aliceGold = `(SELECT id FROM accounts WHERE owner_id = 'alice' AND asset_code = 'GOLD')`;

export async function topUpAndSpend({ app }: TestService): Promise<void> {
  const journal = app.get(Journal);
  await journal.post(topup('alice', 100), keyOf());
  await journal.post(spend('alice', 30), keyOf());
}

/** A top-up of 150 of which 100 are reversed: 50 taken, 50 owed; of these 20 repaid, 10 forgiven and 15 reinstated. */
export async function oweAndReinstate({ client }: TestService, userId: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const { status, json } = await client.post(`/v1/wallets/${userId}/${path}`, body);
    expect(status).toBe(201);
    return json.id as string;
  };
  const transactionId = await post('SILVER/topup', { amount: 150 });
  await post('convert', { from: 'SILVER', to: 'GOLD', amount: 100 });
  const reversal = await post('reversals', { transactionId, amount: 100, cause: 'fraud' });
  await post('SILVER/bonus', { amount: 20 });
  await post('SILVER/owed/forgive', { amount: 10, reason: 'a test' });
  await post(`reversals/${reversal}/reinstate`, { amount: 15 });
}
