import { loadShardMap } from '@app/accounts';
import fc from 'fast-check';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { entryHash } from '../../libs/ledger/src/chain/entry-hash.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What the program computes, plain SQL must compute alike, or the audit would prove nothing. */
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
const amount = fc.maxSafeInteger();
const edges = [-(2n ** 63n), 2n ** 63n].map((edge) => fc.bigInt(edge - 1n, edge + 1n));
const entry = fc.record({
  previousHash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
  shard: fc.integer({ min: 0, max: 1023 }),
  leg: fc.integer({ min: 0, max: 100 }),
  accountId: fc.uuid(),
  version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  transactionId: fc.uuid(),
  amount,
  balanceAfter: fc.oneof(fc.bigInt(-(2n ** 54n), 2n ** 54n), fc.bigInt(-(10n ** 37n), 10n ** 37n), ...edges),
  createdAt: fc.date({ min: new Date('1970-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
  type: text,
  userId: text,
  reference: fc.option(text),
  description: fc.option(text),
  clientId: text,
  idempotencyKey: text,
});

it('hashes an entry as the SQL function entry_hash does', async () => {
  await fc.assert(
    fc.asyncProperty(entry, async (given) => {
      const { rows } = await client.query<{ hash: Buffer }>(
        `SELECT entry_hash($1,
           ROW($2, $3, $4, $5, $6, $7, $8, $9, NULL)::entries,
           ROW($2, $6, $10, $11, $12, $13, '{}', $14, $15, $9, 1)::transactions) AS hash`,
        [
          given.previousHash,
          given.shard,
          given.leg,
          given.accountId,
          given.version,
          given.transactionId,
          given.amount,
          given.balanceAfter.toString(),
          given.createdAt.toISOString(),
          given.type,
          given.userId,
          given.reference,
          given.description,
          given.clientId,
          given.idempotencyKey,
        ],
      );
      expect(entryHash(given)).toEqual(rows[0]?.hash);
    }),
    { numRuns: 200 },
  );
});

it('tells two neighbouring texts apart: the length of each is part of what is hashed', () => {
  const [given] = fc.sample(entry, 1);
  const one = entryHash({ ...given!, type: 'ab', userId: 'c' });
  const other = entryHash({ ...given!, type: 'a', userId: 'bc' });
  expect(one).not.toEqual(other);
  expect(entryHash({ ...given!, reference: null })).not.toEqual(entryHash({ ...given!, reference: '' }));
});

it('puts a user into the shard that the SQL function wallet_shard names', async () => {
  const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const shards = await loadShardMap(dataSource);
  await dataSource.destroy();
  expect(shards.count).toBe(16);
  const users = fc.sample(text, 300);
  const { rows } = await client.query<{ shard: number }>(
    `SELECT wallet_shard(user_id) AS shard FROM unnest($1::text[]) WITH ORDINALITY AS users (user_id, position)
     ORDER BY position`,
    [users],
  );
  expect(users.map((user) => shards.of(user))).toEqual(rows.map(({ shard }) => shard));
  expect(new Set(rows.map(({ shard }) => shard)).size).toBe(16);
});
