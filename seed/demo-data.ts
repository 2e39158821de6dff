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

export const demoItems = [
  { code: 'iron-sword', name: 'Iron sword', asset: 'GOLD', price: 120 },
  { code: 'health-potion', name: 'Health potion', asset: 'SILVER', price: 15 },
  { code: 'mystery-box', name: 'Mystery box', asset: 'DIAMOND', price: 3 },
] as const;

export const demoTasks = [
  { code: 'tutorial', name: 'Tutorial', asset: 'GOLD', reward: 50, limit: 'once', completedBy: 'player' },
  {
    code: 'daily-login',
    name: 'Daily login',
    asset: 'GOLD',
    reward: 10,
    limit: 'daily',
    completedBy: 'player',
  },
  {
    code: 'watch-ad',
    name: 'Watch an ad',
    asset: 'SILVER',
    reward: 5,
    limit: 'unlimited',
    completedBy: 'client',
  },
] as const;

export const demoConversionRates = [
  { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 1 },
  { from: 'GOLD', to: 'DIAMOND', fromAmount: 50, toAmount: 1 },
] as const;
