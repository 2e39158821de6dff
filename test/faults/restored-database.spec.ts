import { Journal } from '@app/ledger';
import { forge } from '../support/forge.js';
import { keyOf, topup } from '../support/postings.js';
import { startService } from '../support/test-service.js';

it('notices that cached accounts are gone, and opens them again', async () => {
  const service = await startService({ journal: { lanes: 1 } });
  const journal = service.app.get(Journal);
  await journal.post(topup('carol', 5), keyOf('before'));

  // The database is restored, under the running service, to before carol existed.
  await forge(
    service.database,
    `DELETE FROM entries; DELETE FROM transactions; DELETE FROM idempotency_keys; DELETE FROM accounts;
     UPDATE shard_heads SET last = 0, last_at = 'epoch'`,
  );

  const outcomes = await Promise.all([
    journal.post(topup('carol', 7), keyOf('after')),
    journal.post(topup('dave', 7), keyOf('after')),
  ]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      replayed: false,
      transaction: { entries: [{}, { balanceAfter: 7n, version: 1 }] },
    });
  }
  await service.audit();
  await service.close();
});
