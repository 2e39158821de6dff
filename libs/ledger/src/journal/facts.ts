import type { LockedAccount } from '@app/accounts';
import type { QueryRunner } from 'typeorm';
import type { AccountRule, AccountSession } from '../capability/account-rule.js';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { ClaimRule, ClaimSession } from '../capability/claim-rule.js';
import type { GroupRule } from '../capability/group-rule.js';
import type { Asking, Fact, FactStatement, Rule, Session } from '../capability/rule.js';
import { operationsOf } from '../posting.js';
import { type Asker, runFacts } from './asker.js';
import { claimingByRule } from './claiming.js';

/** The sessions of the rules for one batch. */
export interface Sessions {
  sessions: ReadonlyMap<string, Session>;
  claimSessions: ReadonlyMap<string, ClaimSession>;
  groupRules: ReadonlyMap<string, GroupRule>;
  accountSessions: readonly AccountSession[];
}

/** The answer of a sent fact statement; `undefined` if none was sent. */
type Reading = { answer: Promise<Fact[]> } | undefined;

type Begin = (locked: readonly LockedAccount[], now: Date) => Promise<Sessions>;

/** Sends a statement, or runs it at once. */
type Send = <T>(step: () => Promise<T>) => Promise<{ answer: Promise<T> }>;

/**
 * Sends the fact statements of the requests' rules and claims and of all account rules, after the locks and in the same packet. A
 * batch that needs none sends nothing. Resolves to a function that awaits the answers and starts the sessions.
 */
export async function sendFacts(
  { queryRunner, send: sendStep }: { queryRunner: QueryRunner; send: Send },
  requests: readonly Asker[],
  registry: CapabilityRegistry,
): Promise<Begin> {
  const send = async (statement: FactStatement | undefined) =>
    statement && (await sendStep(() => runFacts(queryRunner, statement)));
  const rules: { rule: Rule; reading: Reading }[] = [];
  for (const [name, asking] of askingByRule(requests)) {
    const rule = registry.rule(name);
    rules.push({ rule, reading: await send(rule.before?.(asking)) });
  }
  const claimRules: { rule: ClaimRule; reading: Reading }[] = [];
  for (const [name, claiming] of claimingByRule(requests)) {
    const rule = registry.claimRule(name);
    claimRules.push({ rule, reading: await send(rule.before(claiming)) });
  }
  const accountRules: { rule: AccountRule; reading: Reading }[] = [];
  for (const rule of registry.accountRules) {
    accountRules.push({ rule, reading: await send(rule.before?.(userAddresses(requests))) });
  }
  return async (locked, now) => {
    const sessions = new Map<string, Session>();
    for (const { rule, reading } of rules) {
      sessions.set(rule.name, rule.session((await reading?.answer) ?? [], { now }));
    }
    const claimSessions = new Map<string, ClaimSession>();
    for (const { rule, reading } of claimRules) {
      claimSessions.set(rule.name, rule.session((await reading?.answer) ?? []));
    }
    const accountSessions: AccountSession[] = [];
    for (const { rule, reading } of accountRules) {
      const before = (await reading?.answer) ?? [];
      const statement = rule.after?.(locked, { now });
      const after = statement ? await runFacts(queryRunner, statement) : [];
      accountSessions.push(rule.session({ before, after }, { now }));
    }
    return { sessions, claimSessions, groupRules: groupRulesOf(requests, registry), accountSessions };
  };
}

/** Only the rule that a posting names sees its request. */
function askingByRule(requests: readonly Asker[]): Map<string, Asking<never>[]> {
  const asking = new Map<string, Asking<never>[]>();
  for (const { claim, posting } of requests) {
    const { shard, userId } = claim;
    for (const operation of operationsOf(posting)) {
      if (!('rule' in operation)) continue;
      const others = asking.get(operation.rule);
      const one = { shard, userId, asked: operation.asked as never };
      if (others) others.push(one);
      else asking.set(operation.rule, [one]);
    }
  }
  return asking;
}

function groupRulesOf(requests: readonly Asker[], registry: CapabilityRegistry): Map<string, GroupRule> {
  const rules = new Map<string, GroupRule>();
  for (const { posting } of requests) {
    if ('group' in posting) rules.set(posting.group, registry.groupRule(posting.group));
  }
  return rules;
}

function userAddresses(requests: readonly Asker[]) {
  return requests.flatMap(({ sides }) =>
    sides.flatMap(({ address }) => (address.owner.kind === 'user' ? [address] : [])),
  );
}
