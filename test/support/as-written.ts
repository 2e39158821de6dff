import type { Answer } from './wallet-client.js';

/** A transaction that was read by its id, as the answer to its write had it: without the members that change after it. */
export function asWritten({ json }: Pick<Answer, 'json'>): Record<string, unknown> {
  const members = Object.entries(json as Record<string, unknown>);
  return Object.fromEntries(members.filter(([name]) => name !== 'reversal'));
}
