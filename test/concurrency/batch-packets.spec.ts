import { Journal, type Posting } from '@app/ledger';
import { claimPayment } from '@app/payments';
import { EconomyMetrics } from '../../apps/wallet-api/src/metrics/economy-metrics.js';
import {
  authorise,
  capture,
  keyOf,
  operations,
  reward,
  spend,
  topup,
  voidHold,
} from '../support/postings.js';
import { recordSentPackets, type SentPackets } from '../support/sent-packets.js';
import { startService, type TestService } from '../support/test-service.js';

/** Each packet is a round trip during which stripes of system accounts may be locked. */
let sent: SentPackets;
let service: TestService;

const preamble = ['START TRANSACTION', 'SELECT pg_advisory_xact_lock'];
const locks = ['INSERT INTO idempotency_keys', 'lock accounts', 'lock heads', 'read the clock'];
const writes = ['INSERT INTO transactions', 'INSERT INTO entries', 'UPDATE accounts', 'UPDATE shard_heads'];

describe.each([
  ['without metrics', undefined],
  ['with metrics', { port: 0, host: '127.0.0.1' }],
])('%s', (_name, metrics) => {
  beforeAll(async () => {
    sent = recordSentPackets();
    service = await startService({ journal: { lanes: 1 }, metrics });
    if (metrics) await endReadsOfBalances();
    // From now on its accounts are cached.
    await post(topup('alice', 5), spend('alice', 5));
  });
  afterAll(async () => {
    await service.audit();
    await service.close();
    sent.stop();
  });

  it('sends a batch in three packets, the writes back to back with COMMIT', async () => {
    expect(await packetsOf(topup('alice', 5))).toEqual([preamble, locks, [...writes, 'COMMIT']]);
  });

  it('sends refusals with the writes, without an extra packet', async () => {
    expect(await packetsOf(topup('alice', 5), spend('alice', 1_000_000))).toEqual([
      preamble,
      locks,
      [...writes, 'UPDATE idempotency_keys', 'COMMIT'],
    ]);
  });

  it('writes no transaction if the whole batch is refused', async () => {
    expect(await packetsOf(spend('alice', 1_000_000))).toEqual([
      preamble,
      locks,
      ['UPDATE idempotency_keys', 'COMMIT'],
    ]);
  });

  it('reads the completions of a task with the locks and records the new one with the writes', async () => {
    await post(topup('alice', 5), reward('alice', 'tutorial', 'GOLD'));
    expect(await packetsOf(reward('alice', 'daily-login', 'GOLD'))).toEqual([
      preamble,
      [...locks, 'read tasks'],
      [...writes, 'INSERT INTO task_completions', 'COMMIT'],
    ]);
  });

  it('claims a payment right behind the keys and records it with the writes, in the same packets', async () => {
    const pay = (userId: string, id: string, amount = 5) =>
      topup(userId, amount, {
        isPaidFor: true,
        claims: [claimPayment({ provider: 'steam', id, environment: 'live' }, 'live')],
      });
    const [keys = '', ...others] = locks;
    const claims = [keys, 'INSERT INTO payment_owners', ...others, 'read payments'];
    expect(await packetsOf(pay('alice', 'first'))).toEqual([
      preamble,
      claims,
      [...writes, 'INSERT INTO payments', 'COMMIT'],
    ]);
    expect(await packetsOf(pay('alice', 'first'))).toEqual([
      preamble,
      claims,
      ['WITH settled', 'UPDATE idempotency_keys', 'COMMIT'],
    ]);
  });

  it('records operations with the writes, and sends no more if they are refused', async () => {
    expect(
      await packetsOf(topup('alice', 5), operations('alice', topup('alice', 5), spend('alice', 5))),
    ).toEqual([preamble, locks, [...writes, 'INSERT INTO transaction_operations', 'COMMIT']]);
    expect(
      await packetsOf(topup('alice', 5), operations('alice', topup('alice', 5), spend('alice', 1_000_000))),
    ).toEqual([preamble, locks, [...writes, 'UPDATE idempotency_keys', 'COMMIT']]);
  });

  it('replans its statements whenever it has written a quarter more', async () => {
    const renewedAt: number[] = [];
    for (let number = 0; number < 60; number++) {
      sent.clear();
      await post(topup('alice', 5));
      if (sent.statements().flat().includes('DISCARD PLANS')) renewedAt.push(number);
    }
    const gaps = renewedAt.slice(1).map((number, index) => number - (renewedAt[index] ?? 0));
    expect(gaps).toEqual([...gaps].sort((one, other) => one - other));
    expect(gaps.at(0)).toBeLessThan(8);
    expect(gaps.at(-1)).toBeGreaterThan(8);
  });

  it('authorises, captures and voids a hold in three packets, and locks a stripe for a capture only', async () => {
    const holdOf = async (amount: number): Promise<string> => {
      const outcome = await service.app.get(Journal).post(authorise('alice', amount), keyOf());
      return 'transaction' in outcome ? outcome.transaction.id : '';
    };
    const [transactions = '', entries = '', accounts = '', heads = ''] = writes;
    const held = [transactions, accounts, heads, 'INSERT INTO holds', 'INSERT INTO hold_events', 'COMMIT'];
    const reading = [...locks, 'read holds'];
    expect(await packetsOf(authorise('alice', 5))).toEqual([preamble, reading, held]);
    expect(await packetsOf(voidHold('alice', await holdOf(5)))).toEqual([preamble, reading, held]);
    const captured = [transactions, entries, ...held.slice(1)];
    expect(await packetsOf(capture('alice', await holdOf(5)))).toEqual([preamble, reading, captured]);
  });
});

/** Once a minute metrics read the balances of the system accounts, on another connection than the batches. */
async function endReadsOfBalances(): Promise<void> {
  const balances = service.app.get(EconomyMetrics, { strict: false });
  balances.beforeApplicationShutdown();
  await balances.read();
}

async function post(...postings: Posting[]): Promise<void> {
  const journal = service.app.get(Journal);
  await Promise.all(postings.map((posting) => journal.post(posting, keyOf())));
}

/** The statements of one batch by packet, without the renewal of plans. */
async function packetsOf(...postings: Posting[]): Promise<string[][]> {
  sent.clear();
  await post(...postings);
  return sent.statements().map((packet) => packet.map(nameOf).filter((name) => name !== 'DISCARD PLANS'));
}

function nameOf(sql: string): string {
  if (sql.startsWith('SELECT tasks.code')) return 'read tasks';
  if (sql.startsWith('SELECT wanted.provider')) return 'read payments';
  if (/^SELECT.* FROM unnest.* AS named .*UNION ALL/s.test(sql.trim())) return 'read holds';
  if (/ FOR UPDATE OF account$/.test(sql)) return 'lock accounts';
  if (/FROM shard_heads\s.* FOR UPDATE$/s.test(sql)) return 'lock heads';
  if (sql === 'SELECT ledger_now() AS now') return 'read the clock';
  const [name = sql] = /^(INSERT INTO|UPDATE|WITH|SELECT|START|DISCARD) \w+|^COMMIT$/.exec(sql.trim()) ?? [];
  return name;
}
