/** The Node options of `npm start`; docs/PERFORMANCE.md says what each is for. */
export const nodeOptions = ['--max-old-space-size=192', '--max-semi-space-size=24', '--v8-pool-size=1'];

/** The service as it ships, with its access log. */
export const wallet = {
  name: 'wallet',
  args: [...nodeOptions, 'dist/apps/wallet-api/src/main.js'],
  env: { LOG_LEVEL: 'info', SEED_DEMO: 'false' },
};
