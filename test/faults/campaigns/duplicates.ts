import type { Campaign } from '../runner/campaign.js';

export const campaign: Campaign = {
  name: 'duplicates',
  title: 'copies of one request, sent at once to two instances, have one effect',
  quick: true,
  run: async (context) => {
    await context.createDatabase();
    return { broken: [], figures: {} };
  },
};
