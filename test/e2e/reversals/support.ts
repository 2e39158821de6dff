import type { Answer, WalletClient } from '../../support/wallet-client.js';

/** Sends a reversal of a user. The cause is a refund unless the body names another. */
export function reverse(client: WalletClient, userId: string, body: object, key?: string): Promise<Answer> {
  return client.post(`/v1/wallets/${userId}/reversals`, { cause: 'refund', ...body }, key);
}

export function reinstate(
  client: WalletClient,
  userId: string,
  reversalId: string,
  body: object = {},
  key?: string,
): Promise<Answer> {
  return client.post(`/v1/wallets/${userId}/reversals/${reversalId}/reinstate`, body, key);
}

/** Moves credits in GOLD, and returns the transaction's id. */
export async function move(
  client: WalletClient,
  userId: string,
  type: 'topup' | 'bonus' | 'spend',
  amount: number,
  asset = 'GOLD',
): Promise<string> {
  const { status, json } = await client.post(`/v1/wallets/${userId}/${asset}/${type}`, { amount });
  if (status !== 201) throw new Error(`The ${type} was answered ${status}: ${JSON.stringify(json)}`);
  return json.id as string;
}

/** The balance and what is owed. */
export async function fundsOf(client: WalletClient, userId: string, asset = 'GOLD') {
  const { json } = await client.get(`/v1/wallets/${userId}/${asset}`);
  const { balance, available, owed = 0 } = json as { balance: number; available: number; owed?: number };
  return { balance, available, owed };
}

/** What became of a reversal. */
export function figuresOf({ json }: Answer) {
  const { amount, asked, owed, writtenOff } = json as Record<string, number>;
  return { amount, asked, owed, writtenOff };
}
