import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { AccountAddress } from './address.js';

interface User {
  shard: number;
  userId: string;
}

/**
 * Gives a salt to each user among the owners who has none, provided the asset exists. It runs before their accounts are opened
 * and in primary key order: two batches that meet a new user wait for each other in one direction only.
 */
export async function saltUsers(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<void> {
  const ofUsers = addresses.filter(({ owner }) => owner.kind === 'user');
  if (ofUsers.length === 0) return;
  const salts = new Map(ofUsers.map(({ shard, owner }) => [`${shard}/${owner.id}`, randomBytes(16)]));
  await queryRunner.query(
    `INSERT INTO user_salts (shard, user_id, salt)
     SELECT shards.shard, wanted.user_id, wanted.salt
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::bytea[]) AS wanted (shard, user_id, asset_code, salt)
     JOIN shards ON shards.shard = wanted.shard AND shards.shard = ANY ($5::smallint[])
     JOIN assets ON assets.code = wanted.asset_code
     GROUP BY shards.shard, wanted.user_id, wanted.salt
     ORDER BY shards.shard, wanted.user_id COLLATE "C"
     ON CONFLICT (shard, user_id) DO NOTHING`,
    [
      ofUsers.map(({ shard }) => shard),
      ofUsers.map(({ owner }) => owner.id),
      ofUsers.map(({ asset }) => asset),
      ofUsers.map(({ shard, owner }) => salts.get(`${shard}/${owner.id}`)),
      [...new Set(ofUsers.map(({ shard }) => shard))],
    ],
  );
}

/** Removes the salts of users left without an account. PostgreSQL rejects removing a committed one. */
export async function takeBackSalts(queryRunner: QueryRunner, users: readonly User[]): Promise<void> {
  await queryRunner.query(
    `DELETE FROM user_salts
     WHERE shard = ANY ($1::smallint[]) AND user_id = ANY ($2::text[]) AND NOT EXISTS (
       SELECT FROM accounts
       WHERE accounts.shard = user_salts.shard AND accounts.shard = ANY ($1::smallint[])
         AND accounts.owner_kind = 'user' AND accounts.owner_id = user_salts.user_id
     )`,
    [[...new Set(users.map(({ shard }) => shard))], users.map(({ userId }) => userId)],
  );
}
