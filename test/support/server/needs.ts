import { externalUrl, isCitus } from './test-server.js';

/** What a test may need of its PostgreSQL beyond a database, with the reason to skip it where that is missing. */
const needs = {
  /** Kills, stops or configures the server. */
  'server-process': { reason: "needs the server's process", isMissing: () => externalUrl() !== undefined },
  /** Changes logins with the names of a documented deployment. */
  'own-roles': { reason: 'changes roles of a deployment', isMissing: () => externalUrl() !== undefined },
  /** Clones a database. */
  template: { reason: 'clones a template database', isMissing: isCitus },
  /** Observes or moves the shards of a cluster. */
  citus: { reason: 'needs Citus', isMissing: () => !isCitus() },
  /** Relies on what a distributed engine cannot do; the reason says what. */
  distributed: { reason: 'cannot be done by Citus', isMissing: isCitus },
};

export type Need = keyof typeof needs;

/** Why what has this need is skipped here; undefined if it is not. */
export function skipReason(need: Need): string | undefined {
  const { reason, isMissing } = needs[need];
  return isMissing() ? reason : undefined;
}
