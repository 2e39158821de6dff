import { runSweeps } from '../sweep/run-sweeps.js';
import type { Campaign } from '../runner/campaign.js';

export const campaign: Campaign = {
  name: 'sweep-cuts',
  title: 'a connection that is cut before or after any message of a batch loses and doubles nothing',
  quick: true,
  // The lanes connect to the nodes of Citus past a proxy.
  needs: ['distributed'],
  run: (context) =>
    runSweeps(context, {
      conversations: context.quick ? ['warm', 'effects'] : ['warm', 'known', 'fresh', 'effects'],
      fates: context.quick
        ? ['cut-before', 'cut-after']
        : ['cut-before', 'cut-after', 'finish-before', 'finish-after'],
      workers: context.quick ? 1 : 4,
    }),
};
