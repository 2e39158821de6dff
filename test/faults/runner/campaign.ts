import type { CheckerFigures } from '../checker/figures.js';
import type { Tool } from './tools.js';

/** One kind of fault, and the rules that must hold during and after it. Each module in `campaigns` exports one. */
export interface Campaign {
  /** The name for `--only`; also the name of its file. */
  name: string;
  /** The rule it proves, in one line. */
  title: string;
  /** Whether it is part of `--quick`; it should then do less if `context.quick` is set. */
  quick: boolean;
  /** The tools it needs; it is skipped without them. */
  needs?: Tool[];
  run(context: CampaignContext): Promise<CampaignReport>;
}

export interface CampaignContext {
  quick: boolean;
  /** The source of all randomness: a printed seed reproduces the same operations. */
  seed: number;
  /** A temporary folder for this campaign, accessible to the user of PostgreSQL. */
  folder: string;
  /** Prints a line of progress with the name of the campaign. */
  log: (line: string) => void;
  /**
   * Creates a migrated database on the shared cluster, or on the server of TEST_DATABASE_URL. The shared cluster does not fsync.
   * A campaign that kills or configures the server starts one with `startPostgres`, and needs `server-process`.
   */
  createDatabase: () => Promise<CampaignDatabase>;
  /** The same without a schema. */
  createEmptyDatabase: () => Promise<CampaignDatabase>;
  /** Creates a migrated database on a separate cluster that does fsync, or on the server of TEST_DATABASE_URL. */
  createDurableDatabase: () => Promise<{ url: string }>;
}

export interface CampaignDatabase {
  /** As a superuser. */
  url: string;
  /** For a campaign that creates many; the runner drops the others. */
  drop(): Promise<void>;
}

export interface CampaignReport {
  /** The broken rules in words, with what was observed. Empty: the campaign passed. */
  broken: string[];
  /** Measurements for the table and the JSON. Units in the name. */
  figures: Record<string, number | string>;
  /** The counts of the checker, if used; summed over all campaigns. */
  checks?: CheckerFigures;
}
