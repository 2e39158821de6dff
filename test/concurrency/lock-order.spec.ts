import { type AccountAddress, lockAccounts, openAccounts, ShardPlacement } from '@app/accounts';
import { claimKeys, type IdempotencyClaim } from '@app/idempotency';
import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { startService, type TestService } from '../support/test-service.js';

/**
 * Makes the lock order observable. A batch takes its locks within a fraction of a millisecond, so two batches rarely interleave;
 * these take thousands of locks each, named in opposite orders.
 */
const count = 3_000;
const rounds = 5;

let service: TestService;
let dataSource: DataSource;
let addresses: AccountAddress[];
beforeAll(async () => {
  service = await startService();
  // A batch stays within a placement group.
  const [group] = service.app
    .get(ShardPlacement)
    .groups.toSorted((one, other) => other.shards.length - one.shards.length);
  if (!group) throw new Error('There are no shards');
  const { shards } = group;
  dataSource = group.dataSource;
  addresses = Array.from({ length: count }, (_, index) => ({
    shard: shards[index % shards.length]!,
    owner: { kind: 'user', id: `user-${index}` },
    asset: 'GOLD',
  }));
});
afterAll(() => service.close());

/** Runs both concurrently, each in a separate transaction, and rolls back. */
async function race(one: (queryRunner: QueryRunner) => Promise<unknown>, other: typeof one): Promise<void> {
  const run = async (work: typeof one) => {
    const queryRunner = dataSource.createQueryRunner();
    await queryRunner.startTransaction();
    try {
      await work(queryRunner);
    } finally {
      await queryRunner.rollbackTransaction();
      await queryRunner.release();
    }
  };
  const results = await Promise.allSettled([run(one), run(other)]);
  for (const result of results) if (result.status === 'rejected') throw result.reason as Error;
}

it('opens accounts in a fixed order, whatever the order of the request', async () => {
  for (let round = 0; round < rounds; round++) {
    await race(
      (queryRunner) => openAccounts(queryRunner, addresses, new Date()),
      (queryRunner) => openAccounts(queryRunner, addresses.toReversed(), new Date()),
    );
  }
});

it('locks accounts in a fixed order, whatever the order of the request', async () => {
  const queryRunner = dataSource.createQueryRunner();
  await openAccounts(queryRunner, addresses, new Date());
  await queryRunner.release();
  for (let round = 0; round < rounds; round++) {
    await race(
      (queryRunner) => lockAccounts(queryRunner, addresses),
      (queryRunner) => lockAccounts(queryRunner, addresses.toReversed()),
    );
  }
});

it('claims keys in a fixed order, whatever the order of the request', async () => {
  const claims = (): IdempotencyClaim[] =>
    addresses.map(({ shard, owner }) => ({
      shard,
      clientId: 'test',
      userId: owner.id,
      key: 'k',
      fingerprint: Buffer.alloc(32),
      transactionId: randomUUID(),
    }));
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [claims(), claims().reverse()];
    await race(
      (queryRunner) => claimKeys(queryRunner, one),
      (queryRunner) => claimKeys(queryRunner, other),
    );
  }
});
