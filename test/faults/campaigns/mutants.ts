import type { CheckerVerdict } from '../checker/checker.js';
import { violations } from '../checker/figures.js';
import { applyFaults } from '../mutants/apply-faults.js';
import { buildMutant } from '../mutants/build-mutant.js';
import { type FaultPlan, type Mutant, mutants } from '../mutants/mutants.js';
import type { Campaign, CampaignContext } from '../runner/campaign.js';
import { administer } from '../support/postgres.js';

/** A checker that never reports anything may be blind, so it must find planted bugs and accept the correct build. */
export const campaign: Campaign = {
  name: 'mutants',
  title: 'the checker finds every planted bug, and nothing in a correct build under the same faults',
  quick: true,
  // The lanes connect to the nodes of Citus past a proxy.
  needs: ['distributed'],
  run: async (context) => {
    const broken: string[] = [];
    const figures: Record<string, string> = {};
    // The quick run skips bugs that PostgreSQL would refuse, and the correct build, which other campaigns stress harder.
    const chosen = context.quick ? mutants.filter(({ guards }) => guards === '') : mutants;
    for (const faultPlan of context.quick ? [] : new Set(mutants.map((mutant) => mutant.faultPlan))) {
      const verdict = await checkBuild(context, { build: 'dist', faultPlan, guards: '' });
      if (verdict.broken.length > 0)
        broken.push(`the correct build, ${faultPlan}: ${verdict.broken.join('; ')}`);
      context.log(
        `correct build, ${faultPlan}: ${verdict.broken.length === 0 ? 'nothing found' : 'ACCUSED'}`,
      );
    }
    for (const mutant of chosen) {
      const caught = await catchMutant(context, mutant);
      figures[mutant.name] = caught ?? 'NOT CAUGHT';
      if (!caught) broken.push(`"${mutant.name}" was not caught`);
      context.log(`${mutant.name}: ${figures[mutant.name]}`);
    }
    return { broken, figures };
  },
};

/** Not every run has the race in which a bug shows. */
const mostRuns = 3;

/** Says what caught the bug, in the first run that did. */
async function catchMutant(context: CampaignContext, mutant: Mutant): Promise<string | undefined> {
  const build = buildMutant(mutant, context.folder);
  for (let run = 1; run <= mostRuns; run++) {
    const caught = await runMutant({ ...context, seed: context.seed + run - 1 }, mutant, build);
    if (caught) return run === 1 ? caught : `run ${run}: ${caught}`;
  }
  return undefined;
}

/** If PostgreSQL refuses the bug, runs it again without its guards to show it to the checker. */
async function runMutant(
  context: CampaignContext,
  { faultPlan, guards }: Mutant,
  build: string,
): Promise<string | undefined> {
  const guarded = await checkBuild(context, { build, faultPlan, guards: '' });
  if (findings(guarded)) return `checker: ${findings(guarded)}`;
  if (guards === '') return guarded.broken.length > 0 ? `checker: ${guarded.broken[0]}` : undefined;
  const bare = await checkBuild(context, { build, faultPlan, guards });
  if (!findings(bare)) return undefined;
  const refused = guarded.broken.length > 0 ? 'PostgreSQL refuses it (500)' : 'PostgreSQL hides it';
  return `${refused}; without its guards, checker: ${findings(bare)}`;
}

async function checkBuild(
  { createDatabase, seed }: CampaignContext,
  { build, faultPlan, guards }: { build: string; faultPlan: FaultPlan; guards: string },
): Promise<CheckerVerdict> {
  const { url: databaseUrl } = await createDatabase();
  if (guards !== '') await administer(databaseUrl, (client) => client.query(guards));
  return applyFaults({ build, databaseUrl, seed }, faultPlan);
}

function findings({ figures }: CheckerVerdict): string {
  return violations.flatMap((name) => (figures[name] > 0 ? [`${name} ${figures[name]}`] : [])).join(', ');
}
