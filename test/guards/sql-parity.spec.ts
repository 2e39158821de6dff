import { loadShardMap } from '@app/accounts';
import { canonicalJson } from '@app/idempotency';
import fc from 'fast-check';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import {
  entryHash,
  type HashedTransaction,
  transactionDigest,
} from '../../libs/ledger/src/chain/transaction-digest.js';
import { testVector } from '../support/hash-vector.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Plain SQL must compute the same as the program, or the audit would prove nothing. */
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
const time = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-01-01'), noInvalidDate: true });
const place = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const bytes = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((value) => Buffer.from(value));
const entry = fc.record({
  leg: fc.integer({ min: 0, max: 100 }),
  accountId: fc.uuid(),
  version: place,
  amount: amount.filter((value) => value !== 0),
  balanceAfter: fc.oneof(fc.bigInt(-(2n ** 54n), 2n ** 54n), fc.bigInt(-(10n ** 37n), 10n ** 37n), ...edges),
  createdAt: time,
});
const transaction = fc.record({
  shard: fc.integer({ min: 0, max: 1023 }),
  place,
  id: fc.uuid(),
  createdAt: time,
  salt: bytes(16),
  texts: fc.record({
    type: text,
    userId: text,
    actor: text,
    reference: fc.option(text),
    description: fc.option(text),
    clientId: text,
    idempotencyKey: text,
    metadata: fc.dictionary(text, fc.jsonValue(), { maxKeys: 4 }).map(canonicalJson),
  }),
  entries: fc
    .uniqueArray(entry, {
      minLength: 1,
      maxLength: 4,
      selector: ({ leg, amount }) => `${leg} ${amount > 0}`,
    })
    .map((entries) => entries.toSorted((one, other) => one.leg - other.leg || one.amount - other.amount)),
  effectsDigest: fc.option(bytes(32)),
});

/** The results of SQL for the same values: the digest, and the hash of the first entry after `previousHash`. */
async function hashesInSql(given: HashedTransaction, previousHash: Buffer) {
  const { rows } = await client.query<{ digest: Buffer; hash: Buffer }>(
    `WITH entries AS (
       SELECT string_agg(
         entry_bytes(jsonb_populate_record(NULL::entries, entry)), ''
         ORDER BY (entry ->> 'leg')::int, (entry ->> 'amount')::bigint
       ) AS bytes
       FROM jsonb_array_elements($2::jsonb) AS entry
     ), digest AS (
       SELECT transaction_digest(
         json_populate_record(NULL::transactions, ($1::json ->> 'row')::json), $3, entries.bytes
       ) AS digest FROM entries
     )
     SELECT digest, entry_hash($4, digest, $5, $6) AS hash FROM digest`,
    [
      JSON.stringify({ row: rowOf(given) }),
      JSON.stringify(
        // As strings: JSON numbers would be rounded.
        given.entries.map((entry) => ({
          leg: entry.leg,
          account_id: entry.accountId,
          version: String(entry.version),
          amount: String(entry.amount),
          balance_after: String(entry.balanceAfter),
          created_at: entry.createdAt,
        })),
      ),
      given.salt,
      previousHash,
      given.entries[0]!.leg,
      given.entries[0]!.amount,
    ],
  );
  return rows[0]!;
}

/** The metadata is passed as text, because the stored text is hashed. */
function rowOf({ shard, place, id, createdAt, texts, effectsDigest }: HashedTransaction): string {
  const members = JSON.stringify({
    shard,
    place: String(place),
    id,
    created_at: createdAt,
    type: texts.type,
    user_id: texts.userId,
    actor: texts.actor,
    reference: texts.reference,
    description: texts.description,
    client_id: texts.clientId,
    idempotency_key: texts.idempotencyKey,
    effects_digest: effectsDigest && `\\x${effectsDigest.toString('hex')}`,
  });
  return `${members.slice(0, -1)},"metadata":${texts.metadata}}`;
}

it('hashes a transaction and its entries as the SQL functions do', async () => {
  await fc.assert(
    fc.asyncProperty(transaction, bytes(32), async (given, previousHash) => {
      const digest = transactionDigest(given);
      const hash = entryHash(previousHash, digest, given.entries[0]!);
      expect(await hashesInSql(given, previousHash)).toEqual({ digest, hash });
    }),
    { numRuns: 200 },
  );
});

it('computes the hashes of the documented example in SQL', async () => {
  const [previousHash] = testVector.previousHashes.map((hash) => Buffer.from(hash, 'hex'));
  const { digest, hash } = await hashesInSql(testVector.transaction, previousHash!);
  expect(digest.toString('hex')).toBe(testVector.digest);
  expect(hash.toString('hex')).toBe(testVector.hashes[0]);
});

it('assigns a user to the shard of the SQL function wallet_shard', async () => {
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
