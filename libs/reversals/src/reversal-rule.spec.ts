import { type LockedAccount, systemOwner, userOwner } from '@app/accounts';
import { DebtSession } from '@app/debts';
import type { Examined, LockedWallet, Resolved, Session } from '@app/ledger';
import type { Asked, AskedReversal } from './asked.js';
import { type Part, whole } from './parts.js';
import { reversalRule } from './reversal-rule.js';
import type { ReversalRow } from './reversal-row.js';

const now = new Date('2026-01-31T12:00:00.000Z');

function wallet({ balance, held = 0 }: { balance: bigint; held?: number }): LockedWallet {
  const account = { id: 'account', owner: userOwner('alice'), asset: 'GOLD', balance, held, owed: 0 };
  const debts = DebtSession.of([], now);
  return {
    at: now,
    account: () => account as LockedAccount,
    session: (type) => (debts instanceof type ? debts : fail()),
  };
}

function fail(): never {
  throw new Error('another session');
}

const part = (type: 'topup' | 'bonus', amount: number, operation = whole): Part => ({
  operation,
  type,
  asset: 'GOLD',
  amount,
  legs: [
    {
      source: systemOwner(type === 'topup' ? 'treasury' : 'promotions'),
      destination: userOwner('alice'),
      asset: 'GOLD',
      amount,
    },
  ],
});

const reversal = (more: Partial<AskedReversal> = {}): AskedReversal => ({
  kind: 'reversal',
  originalId: 'original',
  parts: [part('topup', 100)],
  extent: { kind: 'rest' },
  cause: 'refund',
  ...more,
});

const nothingOnRecord = (operation: number) => ({
  originalId: 'original',
  operation,
  reversalId: null,
  cause: null,
  figures: {},
});

const begin = (...operations: number[]) => reversalRule.session(operations.map(nothingOnRecord), { now });

/** The code of the refusal, or what is resolved with the next session. */
function decide(session: Session<Asked>, asked: Asked, funds: LockedWallet) {
  const routes = reversalRule.routes(asked);
  const examined: Examined<Asked> = {
    shard: 3,
    userId: 'alice',
    transactionId: 'reversal',
    asked,
    routes,
    wallet: funds,
  };
  for (const check of session.checks) {
    const refusal = check.refusal(examined);
    if (refusal) return { refusal };
  }
  const resolved = session.resolve(examined, funds);
  return { resolved, rows: rowsOf(resolved), next: session.accept(examined, resolved) };
}

function rowsOf({ effects = [] }: Resolved): ReversalRow[] {
  return effects.flatMap(({ kind, data }) => (kind === 'reversal' ? [data as ReversalRow] : []));
}

it('counts the reversals of one batch together', () => {
  const first = decide(
    begin(whole),
    reversal({ extent: { kind: 'amount', amount: 60 } }),
    wallet({ balance: 100n }),
  );
  expect(first.rows).toMatchObject([{ number: 1, asked: 60, reversedAfter: 60 }]);
  const session = first.next ?? fail();
  const tooMuch = reversal({ extent: { kind: 'amount', amount: 41 } });
  expect(decide(session, tooMuch, wallet({ balance: 40n })).refusal).toEqual({
    code: 'reversal-exceeds-original',
    original: 100,
    reversed: 60,
    remaining: 40,
  });
  const second = decide(session, reversal(), wallet({ balance: 40n }));
  expect(second.rows).toMatchObject([{ number: 2, asked: 40, reversedAfter: 100 }]);
});

it('takes nothing that is held, and owes the rest', () => {
  const { resolved } = decide(begin(whole), reversal(), wallet({ balance: 100n, held: 70 }));
  expect(resolved?.legs).toMatchObject([{ amount: 30, destination: systemOwner('treasury') }]);
  expect(resolved?.earmarks).toEqual([{ asset: 'GOLD', owed: 70 }]);
});

it('takes back the last part first, and records them in order', () => {
  const parts = [part('topup', 100, 0), part('bonus', 20, 1)];
  const { rows, resolved } = decide(begin(0, 1), reversal({ parts }), wallet({ balance: 50n }));
  expect(rows).toMatchObject([
    { operation: 0, taken: 30, owed: 70 },
    { operation: 1, taken: 20, owed: 0 },
  ]);
  expect(resolved?.legs.map(({ amount }) => amount)).toEqual([20, 30]);
});

it('rounds a share up', () => {
  const extent = { kind: 'up-to-share' as const, milliPercent: 33_333 };
  const parts = [part('topup', 101)];
  const { rows } = decide(begin(whole), reversal({ extent, parts }), wallet({ balance: 200n }));
  expect(rows).toMatchObject([{ asked: 34 }]);
});
