import type { AccountRule, Capability, Fact } from '@app/ledger';
import { Module } from '@nestjs/common';
import { appCapability } from '../../apps/wallet-api/src/capabilities/app-capability.js';
import { capabilities } from '../../apps/wallet-api/src/process/capabilities.js';
import { startService, type TestService } from '../support/test-service.js';

/** Looks at the transaction that decides a posting. Not part of the service. */
let seen: Fact | undefined;

const lookingRule: AccountRule<never> = {
  name: 'looking',
  before: () => ({
    sql: `SELECT current_setting('transaction_read_only') AS "readOnly",
                 pg_current_xact_id_if_assigned()::text AS "transactionId",
                 array(SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation') AS locks`,
    parameters: [],
  }),
  session: ({ before: [fact] }) => {
    seen = fact;
    return { checks: [] };
  },
};

const ledger: Capability<never> = { name: 'looking', refusals: {}, accountRules: [lookingRule] };

@Module({})
class LookingModule {}

let service: TestService;
beforeAll(async () => {
  const looking = appCapability({ name: 'looking', module: LookingModule, ledger });
  service = await startService({ capabilities: [...capabilities, looking] });
});
afterAll(() => service.close());

const spend = { path: '/v1/wallets/alice/GOLD/spend', headers: { 'content-type': 'application/json' } };

it('decides a dry run in a read-only transaction, without an id and without locking a row', async () => {
  const path = `${spend.path}?dryRun=true`;
  const answer = await service.client.send({ ...spend, method: 'POST', path, body: '{"amount": 1}' });
  expect(answer.json).toMatchObject({ wouldSucceed: true });
  expect(seen).toEqual({ readOnly: 'on', transactionId: null, locks: ['AccessShareLock'] });
});

it('would notice a transaction that writes: an execution has an id and row locks', async () => {
  await service.client.post(spend.path, { amount: 1 });
  expect(seen).toMatchObject({ readOnly: 'off', transactionId: expect.stringMatching(/^\d+$/) });
  expect(seen?.['locks']).toEqual(expect.arrayContaining(['RowShareLock', 'RowExclusiveLock']));
});
