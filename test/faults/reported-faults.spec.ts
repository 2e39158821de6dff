import { Journal } from '@app/ledger';
import type { Client } from 'pg';
import { holdAccount } from '../support/held-account.js';
import { keyOf, topup } from '../support/postings.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { scrape } from '../support/scraped-metrics.js';
import type { TestService } from '../support/test-service.js';
import { passAll, type PostgresProxy } from './proxy/postgres-proxy.js';
import { type BehindProxy, startBehindProxy } from './support/behind-proxy.js';

/** More than the seed posts at once. */
const queueLength = 50;

let behindProxy: BehindProxy;
let proxy: PostgresProxy;
let service: TestService;
let owner: Client;

whereServerHas(
  'distributed',
  () => {
    beforeEach(async () => {
      behindProxy = await startBehindProxy({
        journal: { queueLength },
        metrics: { port: 0, host: '127.0.0.1' },
      });
      ({ proxy, service, owner } = behindProxy);
    });
    afterEach(() => behindProxy.close());

    const post = (...users: string[]) => {
      const journal = service.app.get(Journal);
      return Promise.allSettled(users.map((userId) => journal.post(topup(userId, 5), keyOf())));
    };

    /** The metrics of the only lane. */
    async function lane(): Promise<Record<string, number | undefined>> {
      const metrics = await scrape(service);
      const names = ['batch_retries', 'batch_isolations', 'outcomes_unknown', 'postings_shed'];
      return {
        ...Object.fromEntries(
          names.map((name) => [name, metrics.value(`wallet_${name}_total`, { lane: '0' })]),
        ),
        queue: metrics.value('wallet_lane_queue_length', { lane: '0' }),
      };
    }

    const nothing = {
      batch_retries: 0,
      batch_isolations: 0,
      outcomes_unknown: 0,
      postings_shed: 0,
      queue: 0,
    };

    it('counts a batch that runs again after its connection is lost', async () => {
      expect(await lane()).toEqual(nothing);
      proxy.intercept = ({ tag }) => {
        if (tag !== 'COMMIT') return 'pass';
        proxy.intercept = passAll;
        return 'cut-before';
      };
      expect(await post('alice')).toMatchObject([{ status: 'fulfilled' }]);
      expect(await lane()).toEqual({ ...nothing, batch_retries: 1 });
    });

    it('counts a batch that is split, not its parts', async () => {
      await owner.query('REVOKE SELECT ON transactions FROM wallet_app');
      await owner.query('REVOKE INSERT ON transactions FROM wallet_app');
      for (const result of await post('alice', 'bob')) expect(result.status).toBe('rejected');
      expect(await lane()).toEqual({ ...nothing, batch_isolations: 1 });
      await owner.query('GRANT SELECT, INSERT ON transactions TO wallet_app');
    });

    it('counts each posting whose outcome is unknown', async () => {
      let committed = false;
      proxy.intercept = ({ tag }) => {
        committed ||= tag === 'COMMIT';
        return committed ? 'cut-before' : 'pass';
      };
      for (const result of await post('alice', 'bob')) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'outcome-unknown' } });
      }
      proxy.intercept = passAll;
      const { outcomes_unknown, batch_retries } = await lane();
      expect(outcomes_unknown).toBe(2);
      expect(batch_retries).toBeGreaterThan(0);
    });

    it('shows the queue, and counts postings that are shed before and in the journal', async () => {
      await post('alice');
      const held = await holdAccount(behindProxy.database, { userId: 'alice', asset: 'GOLD' });
      const first = post('alice');
      await held.untilAwaited(1);
      const queued = post(...Array.from({ length: queueLength }, (_, index) => `user-${index}`));
      expect(await lane()).toEqual({ ...nothing, queue: queueLength });

      const [shed] = await post('dave');
      expect(shed).toMatchObject({ status: 'rejected', reason: { code: 'overloaded' } });
      const { status } = await service.client.post('/v1/wallets/erin/GOLD/topup', { amount: 5 });
      expect(status).toBe(503);
      expect(await lane()).toEqual({ ...nothing, queue: queueLength, postings_shed: 2 });

      await held.release();
      for (const result of [...(await first), ...(await queued)]) expect(result.status).toBe('fulfilled');
      expect(await lane()).toEqual({ ...nothing, postings_shed: 2 });
    });
  },
  'the service connects to the nodes past a proxy',
);
