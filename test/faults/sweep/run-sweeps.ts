import { noFigures } from '../checker/figures.js';
import type { CampaignContext, CampaignReport } from '../runner/campaign.js';
import { type Conversation, sweep, type SweepOptions } from './sweep.js';

export interface SweepPlan {
  conversations: Conversation[];
  fates: SweepOptions['fate'][];
  /** The number of parallel sweeps, each on a separate database. */
  workers: number;
}

export async function runSweeps(
  { createDatabase, log }: CampaignContext,
  { conversations, fates, workers }: SweepPlan,
): Promise<CampaignReport> {
  const report: CampaignReport = { broken: [], figures: {}, checks: { ...noFigures } };
  const checks = { ...noFigures };
  let points = 0;
  for (const conversation of conversations) {
    for (const fate of fates) {
      const parts = await Promise.all(
        Array.from({ length: workers }, async (_, index) => {
          const { url: databaseUrl } = await createDatabase();
          return sweep({ databaseUrl, conversation, fate, worker: { number: index + 1, of: workers } });
        }),
      );
      const visited = parts.reduce((sum, part) => sum + part.points, 0);
      log(`${conversation} connection, ${fate}: all ${visited} messages visited`);
      report.figures[`${conversation} ${fate}`] = visited;
      points += visited;
      for (const part of parts) {
        report.broken.push(...part.wrong);
        checks.operations += part.postings;
        checks.acknowledged += part.postings - part.unanswered;
        checks.unknown += part.unanswered;
        checks.unknownHadHappened += part.hadHappened;
        checks.unknownHadNot += part.unanswered - part.hadHappened;
        checks.slowestResolutionMs = Math.max(
          checks.slowestResolutionMs,
          Math.round(part.slowestResolutionMs),
        );
      }
    }
  }
  if (points === 0) report.broken.push('no point was visited');
  return { ...report, checks, figures: { points, ...report.figures } };
}
