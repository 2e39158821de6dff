/** Every type of transaction. A new flow adds its type here; the API filters by no other. */
export const transactionTypes = ['topup', 'bonus', 'spend', 'purchase', 'reward', 'conversion'] as const;
export type TransactionType = (typeof transactionTypes)[number];
