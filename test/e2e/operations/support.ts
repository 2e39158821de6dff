import type { Answer, WalletClient } from '../../support/wallet-client.js';

export const topup = (asset: string, amount: number) => ({ type: 'topup', asset, amount });
export const bonus = (asset: string, amount: number) => ({ type: 'bonus', asset, amount });
export const spend = (asset: string, amount: number) => ({ type: 'spend', asset, amount });

/** Sends operations of a user. */
export function send(
  client: WalletClient,
  userId: string,
  operations: unknown,
  { details = {}, key }: { details?: object; key?: string | undefined } = {},
): Promise<Answer> {
  return client.post(`/v1/wallets/${userId}/operations`, { operations, ...details }, key);
}

/** Each result in a line. */
export function outcomes(json: unknown): string[] {
  const { results } = json as { results: { type: string; asset: string; amount: number; balance: number }[] };
  return results.map(({ type, asset, amount, balance }) => `${type} ${asset} ${amount} → ${balance}`);
}
