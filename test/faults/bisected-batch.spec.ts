import { Journal } from '@app/ledger';
import type { Client } from 'pg';
import { keyOf, topup } from '../support/postings.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import type { TestService } from '../support/test-service.js';
import { type Fate, passAll, type PostgresProxy } from './proxy/postgres-proxy.js';
import { type BehindProxy, startBehindProxy } from './support/behind-proxy.js';

let behindProxy: BehindProxy;
let proxy: PostgresProxy;
let service: TestService;
let owner: Client;

beforeEach(async () => {
  behindProxy = await startBehindProxy();
  ({ proxy, service, owner } = behindProxy);
});
afterEach(() => behindProxy.close());

/**
 * The batch commits, but its answer is lost. The retry fails permanently, so the batch is bisected; before its halves run, the
 * database goes away.
 */
function breakThreeTimes(): { steps: () => number } {
  let step = 0;
  proxy.intercept = async ({ direction, type, tag }): Promise<Fate> => {
    if (step === 0 && tag === 'COMMIT') {
      step = 1;
      await owner.query('REVOKE SELECT ON transactions FROM wallet_app');
      return 'cut-before';
    }
    if (step === 1 && direction === 'backend' && type === 'E') {
      step = 2;
      return 'pass';
    }
    return step === 2 ? 'cut-before' : 'pass';
  };
  return { steps: () => step };
}

whereServerHas(
  'distributed',
  () => {
    it('keeps the outcome of a bisected batch unknown if its COMMIT may have happened', async () => {
      const journal = service.app.get(Journal);
      const post = () =>
        Promise.allSettled(
          ['alice', 'bob'].map((userId) => journal.post(topup(userId, 5), keyOf(`${userId}-k`))),
        );
      const breaking = breakThreeTimes();
      for (const result of await post()) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'outcome-unknown' } });
      }
      expect(breaking.steps()).toBe(2);

      proxy.intercept = passAll;
      await owner.query('GRANT SELECT ON transactions TO wallet_app');
      for (const result of await post()) {
        expect(result).toMatchObject({ status: 'fulfilled', value: { replayed: true } });
      }
    });
  },
  'the service connects to the nodes past a proxy',
);
