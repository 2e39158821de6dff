import type { Invariant } from '../verification/invariants.js';
import type { AccountRule } from './account-rule.js';
import type { ClaimRule } from './claim-rule.js';
import type { EconomyFlow } from './economy-flow.js';
import type { EffectKind } from './effect.js';
import type { LiveMembers } from './live-members.js';
import type { GroupRule } from './group-rule.js';
import type { Finality, Refusal } from './refusal.js';
import type { Rule } from './rule.js';

/** A system account by name, or all accounts whose names start with `prefix` (`campaign:`). */
export type SystemAccounts = string | { prefix: string };

/**
 * A capability's contribution to the ledger. Start-up rejects two capabilities that claim the same name. `R` is the union of its
 * rules' refusals: an unregistered code does not compile. `Shared` are those that another capability registers.
 */
export interface Capability<R extends Refusal = Refusal, Shared extends Refusal = never> {
  readonly name: string;
  /** Transactions of a `keyless` type have no idempotency key; they are booked when due. */
  readonly transactionTypes?: Readonly<Record<string, 'keyed' | 'keyless'>>;
  /** In the order in which reports list them. */
  readonly systemAccounts?: readonly SystemAccounts[];
  readonly refusals: Readonly<Record<R['code'], Finality>>;
  readonly rules?: readonly Rule<never, R | Shared>[];
  readonly claimRules?: readonly ClaimRule<never, R>[];
  readonly groupRules?: readonly GroupRule[];
  readonly accountRules?: readonly AccountRule<R>[];
  readonly effects?: readonly EffectKind[];
  readonly liveMembers?: readonly LiveMembers[];
  readonly economyFlows?: readonly EconomyFlow[];
  readonly invariants?: readonly Invariant[];
  /** Tables whose rows take a place in their shard (columns `shard`, `place`, `created_at`). */
  readonly placedTables?: readonly string[];
}
