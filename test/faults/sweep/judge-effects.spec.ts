import { ShardMap } from '@app/accounts';
import { Journal, type Outcome } from '@app/ledger';
import { forge } from '../../support/forge.js';
import { withClient } from '../../support/server/with-client.js';
import { startService, type TestService } from '../../support/test-service.js';
import { type EffectsBatch, EffectsBatches } from './effects-batch.js';
import { judgeEffects } from './judge-effects.js';

/** The sweep cannot show that its judge would notice a wrong effect: here there are some. */
let service: TestService;
let batches: EffectsBatches;
let batch: EffectsBatch;
let outcomes: Outcome[];

beforeAll(async () => {
  service = await startService();
  const { app } = service;
  batches = new EffectsBatches(app.get(Journal), 'judged', app.get(ShardMap));
});

afterAll(() => service.close());

beforeEach(async () => {
  batch = await batches.prepare();
  const journal = service.app.get(Journal);
  outcomes = await Promise.all(batch.requests.map(({ posting, key }) => journal.post(posting, key)));
});

const judge = (told: readonly Outcome[] = outcomes) =>
  withClient(service.database.url, (owner) => judgeEffects(owner, batch, told));

const indexOf = (name: string) => batch.requests.findIndex((request) => request.name === name);

/** The answers to the callers, but for that to the named request. */
const toldOtherwise = (name: string, answer: Outcome) => outcomes.with(indexOf(name), answer);

it('finds nothing wrong with a batch that met no fault', async () => {
  expect(await judge()).toEqual([]);
  await service.audit();
});

it('finds an acknowledged request that was refused', async () => {
  const refusal = outcomes[indexOf('refused')]!;
  for (const { name } of batch.requests.filter((request) => request.name !== 'refused')) {
    const found = await judge(toldOtherwise(name, refusal));
    expect(found[0]).toContain(`judged-${batch.name}-${name} was refused`);
  }
});

it('finds a refused request that was acknowledged', async () => {
  const found = await judge(toldOtherwise('refused', outcomes[indexOf('topup')]!));
  expect(found).toEqual([`judged-${batch.name}-refused was not refused`]);
});

it('finds answers that name another transaction, and copies that were answered differently', async () => {
  for (const { name } of batch.requests.filter((request) => request.name !== 'refused')) {
    const another = outcomes[indexOf(name === 'topup' ? 'reward' : 'topup')]!;
    const found = await judge(toldOtherwise(name, another));
    expect(found[0]).toContain(`judged-${batch.name}-${name} was told`);
    expect(found).toHaveLength(name === 'capture' ? 2 : 1);
  }
});

const transactionOf = (name: string) =>
  `(SELECT id FROM transactions WHERE idempotency_key = 'judged-${batch.name}-${name}')`;

it.each<[string, () => string]>([
  ['a lost capture', () => `DELETE FROM hold_events WHERE transaction_id = ${transactionOf('capture')}`],
  [
    'a capture of another amount',
    () => `UPDATE hold_events SET captured = captured + 1, captured_after = captured_after + 1
           WHERE transaction_id = ${transactionOf('capture')}`,
  ],
  [
    'a hold that holds more than was told',
    () =>
      `UPDATE hold_events SET held_after = held_after + 1 WHERE transaction_id = ${transactionOf('hold')}`,
  ],
  ['a lost void', () => `DELETE FROM hold_events WHERE transaction_id = ${transactionOf('void')}`],
  ['a lapse that did not happen', () => `DELETE FROM hold_events WHERE kind = 'lapse'`],
  [
    'a reversal that owes less',
    () =>
      `UPDATE reversals SET owed = owed - 1, taken = taken + 1 WHERE transaction_id = ${transactionOf('reversal')}`,
  ],
  [
    'lost forgiveness',
    () => `DELETE FROM debt_events WHERE transaction_id = ${transactionOf('forgiveness')}`,
  ],
  ['a credit without its repayment', () => `DELETE FROM debt_events WHERE kind = 'repay'`],
  [
    'another balance than was told',
    () => `UPDATE entries SET balance_after = balance_after + 1
           WHERE (shard, place) IN (SELECT shard, place FROM transactions WHERE id = ${transactionOf('adjustment')})`,
  ],
  ['another type', () => `UPDATE transactions SET type = 'bonus' WHERE id = ${transactionOf('payment')}`],
  ['a lost transaction', () => `DELETE FROM transactions WHERE id = ${transactionOf('reward')}`],
])('finds %s', async (_what, sql) => {
  await forge(service.database, sql());
  expect(await judge()).toHaveLength(1);
});
