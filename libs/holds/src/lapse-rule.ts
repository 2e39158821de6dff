import type { LockedAccount } from '@app/accounts';
import type {
  AcceptedMovement,
  AccountRule,
  AccountSession,
  DueTransaction,
  Fact,
  FactStatement,
} from '@app/ledger';
import { holdColumns, type HoldRow, type KnownHold, toKnownHold } from './hold-facts.js';
import { release } from './resolve-hold.js';

/** Books the lapse of holds whose time has passed, at their expiry, before anything else happens on the account. */
export const lapseRule: AccountRule<never> = {
  name: 'lapse',
  after: readDueHolds,
  session: ({ after }, { now }) =>
    after.length === 0 ? nothingDue : new LapseSession(holdsByAccount(after), now),
};

const nothingDue: AccountSession<never> = { checks: [], lapsesNext: () => null };

interface Row extends HoldRow {
  accountId: string;
}

/** Of each account on which something has lapsed: the open holds that are due, and the first that is not. */
function readDueHolds(accounts: readonly LockedAccount[], { now }: { now: Date }): FactStatement | undefined {
  const lapsed = accounts.filter(({ lapsesAt }) => lapsesAt !== null && lapsesAt <= now);
  if (lapsed.length === 0) return undefined;
  const shards = lapsed.map(({ shard }) => shard);
  return {
    sql: `SELECT ${holdColumns}, h.account_id AS "accountId"
          FROM unnest($1::smallint[], $2::uuid[]) AS lapsed (shard, account_id)
          CROSS JOIN LATERAL (
            (SELECT * FROM holds
             WHERE shard = lapsed.shard AND shard = ANY ($3::smallint[]) AND account_id = lapsed.account_id
               AND closed_at IS NULL AND expires_at <= $4)
            UNION ALL
            (SELECT * FROM holds
             WHERE shard = lapsed.shard AND shard = ANY ($3::smallint[]) AND account_id = lapsed.account_id
               AND closed_at IS NULL AND expires_at > $4
             ORDER BY expires_at LIMIT 1)
          ) AS h
          JOIN accounts a ON a.shard = h.shard AND a.id = h.account_id AND a.shard = ANY ($3::smallint[])
          JOIN transactions t ON t.shard = h.shard AND t.id = h.id AND t.shard = ANY ($3::smallint[])
          ORDER BY h.expires_at, h.id`,
    parameters: [shards, lapsed.map(({ id }) => id), [...new Set(shards)], now.toISOString()],
  };
}

function holdsByAccount(facts: readonly Fact[]): ReadonlyMap<string, readonly KnownHold[]> {
  const byAccount = new Map<string, KnownHold[]>();
  for (const row of facts as readonly unknown[] as readonly Row[]) {
    const others = byAccount.get(row.accountId);
    if (others) others.push(toKnownHold(row));
    else byAccount.set(row.accountId, [toKnownHold(row)]);
  }
  return byAccount;
}

class LapseSession implements AccountSession<never> {
  readonly checks = [];

  constructor(
    /** By account id, in the order in which they expire. */
    private readonly open: ReadonlyMap<string, readonly KnownHold[]>,
    private readonly now: Date,
    /** How many of an account have lapsed in this batch. */
    private readonly lapsed: ReadonlyMap<string, number> = new Map(),
  ) {}

  due(account: LockedAccount): DueTransaction | undefined {
    const hold = this.next(account);
    if (!hold || hold.expiresAt > this.now) return undefined;
    const { earmarks = [], effects = [] } = release(hold, 'lapse', { account, now: hold.expiresAt });
    return {
      type: 'lapse',
      dueAt: hold.expiresAt,
      legs: [],
      earmarks,
      effects,
      reference: hold.reference,
      description: null,
      metadata: {},
    };
  }

  lapsesNext(account: LockedAccount): Date | null {
    return this.next(account)?.expiresAt ?? null;
  }

  accept({ posting, earmarks: [earmark] }: AcceptedMovement): AccountSession<never> {
    if (posting.type !== 'lapse' || !earmark) return this;
    const { id } = earmark.account;
    const lapsed = new Map(this.lapsed).set(id, (this.lapsed.get(id) ?? 0) + 1);
    return new LapseSession(this.open, this.now, lapsed);
  }

  private next({ id }: LockedAccount): KnownHold | undefined {
    return this.open.get(id)?.[this.lapsed.get(id) ?? 0];
  }
}
