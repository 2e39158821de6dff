import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { AccountAddress } from './address.js';

/** A user in their shard. */
interface User {
  shard: number;
  userId: string;
}

/**
 * Gives every user among the owners a salt, where they have none and the asset exists. It comes before the accounts of the same users
 * and in the order of the primary key: two batches that meet a user for the first time wait for each other in one direction only.
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
     SELECT wanted.shard, wanted.user_id, wanted.salt
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::bytea[]) AS wanted (shard, user_id, asset_code, salt)
     JOIN assets ON assets.code = wanted.asset_code
     GROUP BY wanted.shard, wanted.user_id, wanted.salt
     ORDER BY wanted.shard, wanted.user_id COLLATE "C"
     ON CONFLICT (shard, user_id) DO NOTHING`,
    [
      ofUsers.map(({ shard }) => shard),
      ofUsers.map(({ owner }) => owner.id),
      ofUsers.map(({ asset }) => asset),
      ofUsers.map(({ shard, owner }) => salts.get(`${shard}/${owner.id}`)),
    ],
  );
}

/** Takes back the salts of users who are left without an account. PostgreSQL refuses any that was committed. */
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
