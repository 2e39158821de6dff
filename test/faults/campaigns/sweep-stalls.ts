import { runSweeps } from '../sweep/run-sweeps.js';
import type { Campaign } from '../runner/campaign.js';

export const campaign: Campaign = {
  name: 'sweep-stalls',
  title: 'a connection that falls silent before or after any message of a batch loses and doubles nothing',
  quick: false,
  run: (context) =>
    runSweeps(context, {
      conversations: ['warm', 'known', 'fresh', 'effects'],
      fates: ['stall-before', 'stall-after'],
      workers: 6,
    }),
};
