import type { Posting, Route } from '../posting.js';
import type { Invariant } from '../verification/invariants.js';
import { placesInvariant } from '../verification/places-invariant.js';
import type { AccountRule } from './account-rule.js';
import type { Capability } from './capability.js';
import type { ClaimRule } from './claim-rule.js';
import type { EconomyFlow } from './economy-flow.js';
import { type EffectKind, isShown, type ShownEffectKind } from './effect.js';
import type { GroupRule } from './group-rule.js';
import type { Finality } from './refusal.js';
import type { LiveMembers } from './live-members.js';
import type { Rule } from './rule.js';

/**
 * All capabilities registered in this process. Names are unique across capabilities: the constructor throws if two claim the same
 * one.
 */
export class CapabilityRegistry {
  /** Names of transaction types, in the order of registration. */
  readonly transactionTypes: readonly string[];
  /** Names of system accounts, in the order of registration. Members of a family are not listed. */
  readonly systemAccounts: readonly string[];
  readonly accountRules: readonly AccountRule[];
  /** The invariants the audit checks, the ledger's first. */
  readonly invariants: readonly Invariant[];

  private readonly types: ReadonlyMap<string, 'keyed' | 'keyless'>;
  private readonly accounts: ReadonlySet<string>;
  private readonly families: readonly string[];
  private readonly finality: ReadonlyMap<string, Finality>;
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly claimRules: ReadonlyMap<string, ClaimRule>;
  private readonly groupRules: ReadonlyMap<string, GroupRule>;
  private readonly effects: ReadonlyMap<string, EffectKind>;
  /** The kinds of effects that show in the answer of a transaction. */
  readonly shownEffects: readonly ShownEffectKind[];
  readonly liveMembers: readonly LiveMembers[];
  /** In the order of registration. */
  readonly economyFlows: readonly EconomyFlow[];

  constructor(capabilities: readonly Capability[]) {
    const claim = claimedOnce(capabilities);
    this.types = claim('transaction type', ({ transactionTypes = {} }) => Object.entries(transactionTypes));
    this.transactionTypes = [...this.types.keys()];
    const accounts = claim('system account', ({ systemAccounts = [] }) =>
      systemAccounts.map((account) => [typeof account === 'string' ? account : account.prefix, account]),
    );
    this.systemAccounts = [...accounts.values()].filter((account) => typeof account === 'string');
    this.accounts = new Set(this.systemAccounts);
    this.families = [...accounts.values()].flatMap((account) =>
      typeof account === 'string' ? [] : [account.prefix],
    );
    this.finality = claim('refusal', ({ refusals }) => Object.entries(refusals));
    this.rules = claim('rule', ({ rules = [] }) => rules.map((rule) => [rule.name, rule]));
    this.claimRules = claim('claim rule', ({ claimRules = [] }) =>
      claimRules.map((rule) => [rule.name, rule]),
    );
    this.groupRules = claim('group rule', ({ groupRules = [] }) =>
      groupRules.map((rule) => [rule.name, rule]),
    );
    this.effects = claim('effect', ({ effects = [] }) => effects.map((effect) => [effect.name, effect]));
    this.shownEffects = [...this.effects.values()].filter(isShown);
    const live = claim('live members', ({ liveMembers = [] }) =>
      liveMembers.map((members) => [members.name, members]),
    );
    this.liveMembers = [...live.values()];
    const flows = claim('economy flow', ({ economyFlows = [] }) =>
      economyFlows.map((flow) => [flow.name, flow]),
    );
    this.economyFlows = [...flows.values()];
    const accountRules = claim('account rule', ({ accountRules: rules = [] }) =>
      rules.map((rule) => [rule.name, rule]),
    );
    this.accountRules = [...accountRules.values()];
    const tables = claim('table of places', ({ placedTables = [] }) =>
      placedTables.map((table) => [table, table]),
    );
    const invariants = claim('invariant', ({ invariants = [], effects = [] }) =>
      [...effects.map(({ invariant }) => invariant), ...invariants].map((invariant) => [
        invariant.name,
        invariant,
      ]),
    );
    this.invariants = [...invariants.values(), placesInvariant([...tables.keys()])];
  }

  /** Whether postings of this type have a key. Throws if no capability has registered the type. */
  isKeyed(type: string): boolean {
    return found(this.types, 'transaction type', type) === 'keyed';
  }

  isSystemAccount(id: string): boolean {
    return this.accounts.has(id) || this.families.some((prefix) => id.startsWith(prefix));
  }

  /** Throws if no capability has registered the code. */
  isFinal(code: string): boolean {
    return found(this.finality, 'refusal', code) === 'final';
  }

  /** `undefined` for a code that is not registered. */
  findFinality(code: string): Finality | undefined {
    return this.finality.get(code);
  }

  rule(name: string): Rule {
    return found(this.rules, 'rule', name);
  }

  claimRule(name: string): ClaimRule {
    return found(this.claimRules, 'claim rule', name);
  }

  groupRule(name: string): GroupRule {
    return found(this.groupRules, 'group rule', name);
  }

  /** What the posting moves: its legs, or the routes of its rule; of a group, those of all operations. */
  routesOf(posting: Posting): readonly Route[] {
    if ('operations' in posting) return posting.operations.flatMap((operation) => this.routesOf(operation));
    return 'legs' in posting ? posting.legs : this.rule(posting.rule).routes(posting.asked as never);
  }

  effectKind(name: string): EffectKind {
    return found(this.effects, 'effect', name);
  }
}

/** Collects registrations by name. The returned function throws if two capabilities claim a name. */
function claimedOnce(capabilities: readonly Capability[]) {
  return <Value>(what: string, claims: (capability: Capability) => readonly (readonly [string, Value])[]) => {
    const owners = new Map<string, string>();
    const claimed = new Map<string, Value>();
    for (const capability of capabilities) {
      for (const [name, value] of claims(capability)) {
        const owner = owners.get(name);
        if (owner !== undefined) {
          throw new Error(`The capabilities ${owner} and ${capability.name} both claim the ${what} ${name}.`);
        }
        owners.set(name, capability.name);
        claimed.set(name, value);
      }
    }
    return claimed;
  };
}

function found<Value>(registered: ReadonlyMap<string, Value>, what: string, name: string): Value {
  const value = registered.get(name);
  if (value === undefined) throw new Error(`No capability has registered the ${what} ${name}.`);
  return value;
}
