import { fuzz } from '../../fuzz/fuzz.js';
import type { Campaign } from '../runner/campaign.js';
import { startWallet, stopAndAudit } from '../support/wallet.js';

/** Sends thousands of requests generated from the OpenAPI document to the production build. */
export const campaign: Campaign = {
  name: 'fuzz',
  title: 'whatever is sent is answered as the document says, and a bad request leaves nothing behind',
  quick: true,
  // It counts written rows on one node.
  needs: ['distributed'],
  run: async ({ quick, seed, createDatabase, log }) => {
    const { url: databaseUrl } = await createDatabase();
    const wallet = await startWallet({ databaseUrl });
    const report = await fuzz({ url: wallet.url, databaseUrl, seed, requests: quick ? 1_000 : 20_000, log });
    const broken = report.finding === undefined ? [] : [report.finding];
    broken.push(...(await stopAndAudit(wallet, databaseUrl)));
    const answered = (pattern: RegExp) =>
      Object.entries(report.answers).reduce(
        (sum, [name, count]) => sum + (pattern.test(name) ? count : 0),
        0,
      );
    return {
      broken,
      figures: {
        requests: report.requests,
        accepted: answered(/^2/),
        refused: answered(/^4/),
        'server errors': answered(/^5/),
        'kinds of answer': Object.keys(report.answers).length,
      },
    };
  },
};
