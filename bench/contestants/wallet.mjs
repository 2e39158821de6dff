/** The service as it is delivered, with its access log. */
export const wallet = {
  name: 'wallet',
  args: ['--max-old-space-size=192', 'dist/apps/wallet-api/src/main.js'],
  env: { LOG_LEVEL: 'info', SEED_DEMO: 'false' },
};
