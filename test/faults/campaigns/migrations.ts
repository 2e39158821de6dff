import { freshDatabases } from '../migrations/fresh-databases.js';
import { isStatement, Migrators } from '../migrations/migrators.js';
import { appliedMigrations, schemaOf } from '../migrations/schema-of.js';
import type { Campaign, CampaignContext } from '../runner/campaign.js';

type Recorded = Awaited<ReturnType<Migrators['record']>>;

/** A quick run takes every n-th statement, and always both sides of COMMIT. */
const quickStride = 16;

/** Kills migrators at each of their statements, and runs them concurrently. */
export const campaign: Campaign = {
  name: 'migrations',
  title: 'a migrator that is killed leaves all or nothing and no lock; of two, one does the work',
  quick: true,
  run: async (context) => {
    const migrators = await Migrators.on(await freshDatabases(context));
    const recorded = await migrators.record();
    const broken: string[] = [];
    const kills = await killAtEachStatement(migrators, recorded, context, broken);
    for (const firstDies of [false, true]) await runConcurrently(migrators, recorded, firstDies, broken);
    await migrators.proxy.close();
    const { migrations, statements } = recorded;
    return {
      broken,
      figures: { migrations: migrations.length, statements: statements.length, ...kills, 'pairs at once': 2 },
    };
  },
};

async function killAtEachStatement(
  migrators: Migrators,
  recorded: Recorded,
  { quick, log }: CampaignContext,
  broken: string[],
): Promise<Record<string, number>> {
  const figures = { kills: 0, 'left nothing': 0, 'left everything': 0 };
  for (const [index, sql] of recorded.statements.entries()) {
    const isCommit = /^COMMIT/i.test(sql);
    if (quick && !isCommit && index % quickStride !== 0) continue;
    // Only a COMMIT has an effect once it has arrived.
    for (const when of isCommit ? (['before', 'after'] as const) : (['before'] as const)) {
      await migrators.killAt(index, when);
      figures.kills++;
      const where = `killed ${when} statement ${index} (${sql.trim().slice(0, 60)})`;
      if (!(await migrators.untilLocked(({ held }) => held === 0))) broken.push(`${where}: the lock stayed`);

      const left = await appliedMigrations(migrators.url);
      if (left.length === 0) figures['left nothing']++;
      else if (left.length === recorded.migrations.length) figures['left everything']++;
      else broken.push(`${where}: ${left.length} of ${recorded.migrations.length} migrations were left`);

      const rerun = await migrators.run();
      if (rerun.code !== 0) broken.push(`${where}: the rerun failed: ${rerun.output}`);
      await compare(migrators, recorded, where, broken);
    }
    if (figures.kills % 20 === 0) log(`${figures.kills} kills, at ${index} of ${recorded.statements.length}`);
  }
  return figures;
}

/** Stalls a migrator until another one waits for it, then resumes or kills it. */
async function runConcurrently(
  migrators: Migrators,
  recorded: Recorded,
  firstDies: boolean,
  broken: string[],
): Promise<void> {
  await migrators.startAfresh();
  const half = Math.floor(recorded.statements.length / 2);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let seen = 0;
  let arrived: () => void = () => undefined;
  const inTheMiddle = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  migrators.proxy.intercept = async (message) => {
    if (!isStatement(message) || seen++ !== half) return 'pass';
    arrived();
    await held;
    return firstDies ? 'cut-before' : 'pass';
  };
  const first = await migrators.start();
  await inTheMiddle;
  const second = migrators.run();
  const where = `two at once, the first one ${firstDies ? 'killed' : 'undisturbed'}`;
  if (!(await migrators.untilLocked(({ waiting }) => waiting === 1)))
    broken.push(`${where}: no migrator waited`);
  if (firstDies) first.child.kill('SIGKILL');
  release();
  const firstCode = await first.exit;
  const { code, output } = await second;
  if (code !== 0 || (!firstDies && firstCode !== 0)) {
    broken.push(`${where}: exit codes ${String(firstCode)} and ${String(code)}: ${first.output()} ${output}`);
  }
  const upToDate = output.includes('up to date');
  if (upToDate === firstDies) broken.push(`${where}: the second one said: ${output}`);
  await compare(migrators, recorded, where, broken);
}

async function compare(
  migrators: Migrators,
  recorded: Recorded,
  where: string,
  broken: string[],
): Promise<void> {
  const schema = await schemaOf(migrators.url);
  const missing = recorded.schema.filter((line) => !schema.includes(line));
  const extra = schema.filter((line) => !recorded.schema.includes(line));
  if (missing.length + extra.length > 0) {
    broken.push(`${where}: another schema: missing ${missing.join(' | ')}; extra ${extra.join(' | ')}`);
  }
  const applied = await appliedMigrations(migrators.url);
  if (applied.join() !== recorded.migrations.join())
    broken.push(`${where}: migrations are ${applied.join()}`);
}
