/** What a demonstration begins with. `seed.sql` holds the same figures for `psql`; a test holds them together. */
export const demoAssets = [
  { code: 'GOLD', name: 'Gold Coins' },
  { code: 'SILVER', name: 'Silver Coins' },
  { code: 'DIAMOND', name: 'Diamonds' },
  { code: 'LOYALTY', name: 'Loyalty Points' },
] as const;

export const demoBalances: Record<string, Record<string, number>> = {
  alice: { GOLD: 1000, SILVER: 500, DIAMOND: 10, LOYALTY: 100 },
  bob: { GOLD: 500, SILVER: 250, LOYALTY: 50 },
};
