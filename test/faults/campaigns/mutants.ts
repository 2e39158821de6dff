import type { CheckerVerdict } from '../checker/checker.js';
import { violations } from '../checker/figures.js';
import { buildMutant } from '../mutants/build-mutant.js';
import { type Mutant, mutants, type Treatment } from '../mutants/mutants.js';
import { treat } from '../mutants/treat.js';
import type { Campaign, CampaignContext } from '../runner/campaign.js';
import { administer } from '../support/postgres.js';

/** A checker that has never found anything may be blind: it is shown bugs first, and a sound build beside them. */
export const campaign: Campaign = {
  name: 'mutants',
  title: 'the checker finds every planted bug, and nothing in a sound build under the same treatment',
  quick: true,
  run: async (context) => {
    const broken: string[] = [];
    const figures: Record<string, string> = {};
    // The quick run leaves out what PostgreSQL would refuse anyway, and the sound build, which other campaigns treat worse.
    const chosen = context.quick ? mutants.filter(({ guards }) => guards === '') : mutants;
    for (const treatment of context.quick ? [] : new Set(mutants.map((mutant) => mutant.treatment))) {
      const verdict = await judge(context, { build: 'dist', treatment, guards: '' });
      if (verdict.broken.length > 0)
        broken.push(`the sound build, ${treatment}: ${verdict.broken.join('; ')}`);
      context.log(`sound build, ${treatment}: ${verdict.broken.length === 0 ? 'nothing found' : 'ACCUSED'}`);
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

/** Who saw the bug. Where PostgreSQL refuses it, its guards go, so that the checker is shown it, too. */
async function catchMutant(context: CampaignContext, mutant: Mutant): Promise<string | undefined> {
  const build = buildMutant(mutant, context.folder);
  const { treatment } = mutant;
  const guarded = await judge(context, { build, treatment, guards: '' });
  if (findings(guarded)) return `checker: ${findings(guarded)}`;
  if (mutant.guards === '') return guarded.broken.length > 0 ? `checker: ${guarded.broken[0]}` : undefined;
  const bare = await judge(context, { build, treatment, guards: mutant.guards });
  if (!findings(bare)) return undefined;
  const refused = guarded.broken.length > 0 ? 'PostgreSQL refuses it (500)' : 'PostgreSQL hides it';
  return `${refused}; without its guards, checker: ${findings(bare)}`;
}

async function judge(
  { createDatabase, seed }: CampaignContext,
  { build, treatment, guards }: { build: string; treatment: Treatment; guards: string },
): Promise<CheckerVerdict> {
  const { url: databaseUrl } = await createDatabase();
  if (guards !== '') await administer(databaseUrl, (client) => client.query(guards));
  return treat({ build, databaseUrl, seed }, treatment);
}

function findings({ figures }: CheckerVerdict): string {
  return violations.flatMap((name) => (figures[name] > 0 ? [`${name} ${figures[name]}`] : [])).join(', ');
}
