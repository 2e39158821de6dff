import { readFileSync } from 'node:fs';
import type { Visitor } from './visitor.js';

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/** The accessibility violations that axe finds: each rule with the first element that breaks it. */
export async function seriousFindings({ page }: Visitor): Promise<unknown[]> {
  // Bypasses the policy of the page, which forbids foreign scripts.
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Finding[] }>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, html: nodes[0]?.html, why: nodes[0]?.failureSummary }));
}
