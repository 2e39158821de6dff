import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endPrograms } from '../../support/service-process.js';
import { externalUrl } from '../../support/server/test-server.js';
import { startDurableDatabase } from '../support/durable-database.js';
import type { SharedDatabases } from '../support/shared-databases.js';
import { stopEveryPostgres } from '../support/postgres.js';
import type { Campaign, CampaignReport } from './campaign.js';
import type { RunOptions } from './options.js';
import type { CampaignResult } from './report.js';
import { missingTools } from './tools.js';

/** Runs one campaign after another, each in a separate folder, and ends whatever it leaves running. */
export async function runCampaigns(
  campaigns: readonly Campaign[],
  options: RunOptions,
  { databases, print }: { databases: SharedDatabases; print: (line: string) => void },
): Promise<CampaignResult[]> {
  const results: CampaignResult[] = [];
  for (const campaign of campaigns) {
    const { name } = campaign;
    print(`${name}: ${campaign.title}`);
    const startedAt = performance.now();
    const result = await runOne(campaign, options, {
      databases,
      log: (line) => {
        print(`${name}: ${line}`);
      },
    });
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    results.push({ name, seconds, ...result });
    if (result.outcome === 'skipped') {
      print(`${name}: skipped (${result.reasons.join('; ')})`);
      continue;
    }
    print(`${name}: ${result.outcome} (${seconds} s)`);
    for (const reason of result.reasons) print(`${name}:   ${reason}`);
  }
  return results;
}

async function runOne(
  campaign: Campaign,
  { quick, seed }: RunOptions,
  { databases, log }: { databases: SharedDatabases; log: (line: string) => void },
): Promise<Omit<CampaignResult, 'name' | 'seconds'>> {
  const missing = missingTools(campaign.needs ?? []);
  if (missing.length > 0) return { outcome: 'skipped', reasons: missing, figures: {} };
  const folder = await mkdtemp(join(tmpdir(), 'wallet-faults-'));
  // Started as root, PostgreSQL runs as another user, which needs access.
  await chmod(folder, 0o755);
  try {
    const { broken, figures, checks } = await campaign.run({
      quick,
      seed,
      folder,
      log,
      createDatabase: () => databases.createMigrated(),
      createEmptyDatabase: () => databases.createEmpty(),
      createDurableDatabase: async () => {
        if (externalUrl() !== undefined) return databases.createMigrated();
        return { url: (await startDurableDatabase(folder)).databaseUrl };
      },
    });
    return { outcome: broken.length === 0 ? 'passed' : 'failed', reasons: broken, figures, checks };
  } catch (error) {
    return { ...asFailure(error), figures: {} };
  } finally {
    await endPrograms();
    await stopEveryPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A campaign that crashes must not look like a success. */
function asFailure(error: unknown): { outcome: 'failed'; reasons: CampaignReport['broken'] } {
  return {
    outcome: 'failed',
    reasons: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  };
}
