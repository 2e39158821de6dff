import type { CheckerFigures } from '../checker/figures.js';
import type { Tool } from './tools.js';

/** One way of hurting the service, and what must hold while and after it hurts. A module in `campaigns` exports one. */
export interface Campaign {
  /** The name for `--only`; also the name of its file. */
  name: string;
  /** The rule that it shows, in one line. */
  title: string;
  /** Whether it is part of `--quick`; it then does less when `context.quick` says so. */
  quick: boolean;
  /** Without these it is skipped, by name. */
  needs?: Tool[];
  run(context: CampaignContext): Promise<CampaignReport>;
}

export interface CampaignContext {
  quick: boolean;
  /** Everything random comes from here, so that a printed seed gives the same operations again. */
  seed: number;
  /** A folder for this campaign alone; PostgreSQL's user can enter it. It is removed afterwards. */
  folder: string;
  /** A line of progress, printed behind the name of the campaign. */
  log: (line: string) => void;
  /**
   * A migrated database of its own on the cluster that the run shares. That cluster does not fsync, and nobody may kill
   * it: a campaign that needs durability, or a server to kill, starts one with `startPostgres`.
   */
  createDatabase: () => Promise<{ url: string }>;
}

export interface CampaignReport {
  /** The rules that did not hold, in words, with what was seen instead. None: the campaign has passed. */
  broken: string[];
  /** What was measured or counted, for the table and the JSON. Units in the name. */
  figures: Record<string, number | string>;
  /** What the checker counted, if it was used; added up over all campaigns. */
  checks?: CheckerFigures;
}
