import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { endPrograms } from '../../support/service-process.js';
import { ServerError } from '../../support/server/server-error.js';
import { externalUrl } from '../../support/server/test-server.js';
import { stopEveryPostgres } from '../support/postgres.js';
import { SharedDatabases } from '../support/shared-databases.js';
import { type Campaign } from './campaign.js';
import { readOptions, type RunOptions } from './options.js';
import { type CampaignResult, printTable, writeResults } from './report.js';
import { runCampaigns } from './run-campaigns.js';

const folder = new URL('../campaigns/', import.meta.url);

/** Runs the campaigns selected on the command line. The exit code is 0 only if every one that ran passed. */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const campaigns = chosen(await loadCampaigns(), options);
  if (options.list) {
    for (const { name, title, quick } of campaigns)
      print(`${name.padEnd(22)} ${quick ? 'quick' : '     '}  ${title}`);
    return 0;
  }
  print(`fault campaigns: ${campaigns.length}, ${options.quick ? 'quick' : 'full'}, seed ${options.seed}`);
  const databases = new SharedDatabases();
  leaveNothingBehind(databases);
  const startedAt = new Date();
  const results = await run(campaigns, options, databases);
  if (results === undefined) return 1;
  const verdict = { startedAt, options, results, broken: brokenOverAll(results, options) };
  printTable(verdict, print);
  print(`written to ${await writeResults(verdict)}`);
  return verdict.broken.length === 0 && results.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
}

/** Returns undefined, after one sentence, if TEST_DATABASE_URL names no usable server. */
async function run(
  campaigns: readonly Campaign[],
  options: RunOptions,
  databases: SharedDatabases,
): Promise<CampaignResult[] | undefined> {
  try {
    if (externalUrl() !== undefined) await databases.open();
    return await runCampaigns(campaigns, options, { databases, print });
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  } finally {
    await databases.close();
  }
}

/** An interrupted run must not leave servers or databases behind. */
function leaveNothingBehind(databases: SharedDatabases): void {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void Promise.allSettled([endPrograms(), databases.close(), stopEveryPostgres(tmpdir())]).then(() =>
        process.exit(130),
      );
    });
  }
}

async function loadCampaigns(): Promise<Campaign[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  const campaigns: Campaign[] = [];
  for (const file of files) {
    const { campaign } = (await import(new URL(file, folder).href)) as { campaign?: Campaign };
    if (campaign?.name !== file.slice(0, -3))
      throw new Error(`campaigns/${file} must export a campaign with the name of the file`);
    campaigns.push(campaign);
  }
  return campaigns;
}

function chosen(all: readonly Campaign[], { quick, only }: RunOptions): Campaign[] {
  const unknown = only.find((name) => !all.some((campaign) => campaign.name === name));
  if (unknown) throw new Error(`no campaign is called ${unknown}; --list shows them`);
  if (only.length > 0) return all.filter(({ name }) => only.includes(name));
  return quick ? all.filter((campaign) => campaign.quick) : [...all];
}

/** A full run must have seen rare events, or it proves nothing. */
function brokenOverAll(results: readonly CampaignResult[], { quick, only }: RunOptions): string[] {
  if (quick || only.length > 0) return [];
  const count = (pick: (checks: NonNullable<CampaignResult['checks']>) => number) =>
    results.reduce((sum, { checks }) => sum + (checks ? pick(checks) : 0), 0);
  const unknown = count((checks) => checks.unknown);
  const broken =
    unknown < 1_000 ? [`only ${unknown} unknown outcomes were seen; at least 1000 are needed`] : [];
  if (count((checks) => checks.unknownHadHappened) === 0) broken.push('no unknown outcome had happened');
  if (count((checks) => checks.unknownHadNot) === 0)
    broken.push('no unknown outcome had left nothing behind');
  return broken;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
