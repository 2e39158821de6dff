import type { LockedAccount } from '@app/accounts';
import type { QueryRunner } from 'typeorm';
import type { AccountRule, AccountSession } from '../capability/account-rule.js';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Asking, Fact, FactStatement, Rule, Session } from '../capability/rule.js';
import type { BatchTransaction } from './batch-transaction.js';
import type { JournalRequest } from './request.js';

/** The sessions of the rules for one batch. */
export interface Sessions {
  sessions: ReadonlyMap<string, Session>;
  accountSessions: readonly AccountSession[];
}

/** The answer of a sent fact statement; `undefined` if none was sent. */
type Reading = { answer: Promise<Fact[]> } | undefined;

type Begin = (locked: readonly LockedAccount[], now: Date) => Promise<Sessions>;

/**
 * Sends the fact statements of the requests' rules and of all account rules, after the locks and in the same packet. A batch that
 * needs none sends nothing. Resolves to a function that awaits the answers and starts the sessions.
 */
export async function sendFacts(
  { queryRunner, pipeline }: BatchTransaction,
  requests: readonly JournalRequest[],
  registry: CapabilityRegistry,
): Promise<Begin> {
  const send = async (statement: FactStatement | undefined) =>
    statement && (await pipeline.send(() => run(queryRunner, statement)));
  const rules: { rule: Rule; reading: Reading }[] = [];
  for (const [name, asking] of askingByRule(requests)) {
    const rule = registry.rule(name);
    rules.push({ rule, reading: await send(rule.before?.(asking)) });
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
    const accountSessions: AccountSession[] = [];
    for (const { rule, reading } of accountRules) {
      const before = (await reading?.answer) ?? [];
      const statement = rule.after?.(locked, { now });
      const after = statement ? await run(queryRunner, statement) : [];
      accountSessions.push(rule.session({ before, after }, { now }));
    }
    return { sessions, accountSessions };
  };
}

function run(queryRunner: QueryRunner, { sql, parameters }: FactStatement): Promise<Fact[]> {
  return queryRunner.manager.query<Fact[]>(sql, [...parameters]);
}

/** Only the rule that a posting names sees its request. */
function askingByRule(requests: readonly JournalRequest[]): Map<string, Asking<never>[]> {
  const asking = new Map<string, Asking<never>[]>();
  for (const { claim, posting } of requests) {
    if (!('rule' in posting)) continue;
    const { shard, userId } = claim;
    const others = asking.get(posting.rule);
    const one = { shard, userId, asked: posting.asked as never };
    if (others) others.push(one);
    else asking.set(posting.rule, [one]);
  }
  return asking;
}

function userAddresses(requests: readonly JournalRequest[]) {
  return requests.flatMap(({ sides }) =>
    sides.flatMap(({ address }) => (address.owner.kind === 'user' ? [address] : [])),
  );
}
