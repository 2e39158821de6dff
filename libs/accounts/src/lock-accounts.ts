import type { DataSource, QueryRunner, SelectQueryBuilder } from 'typeorm';
import { AccountEntity } from './account.entity.js';
import { type AccountAddress, addressColumns } from './address.js';
import { AssetEntity } from './asset.entity.js';
import { exactInteger } from './exact-integer.js';
import { UserSaltEntity } from './user-salt.entity.js';

/** An account as read under its lock. No other transaction can change it until this one ends. */
export interface LockedAccount extends AccountAddress {
  id: string;
  /** Whole minor units. At most 2^53 − 1 for a user; unbounded for a system account. */
  balance: bigint;
  /** The number of entries. The next one gets `version + 1`. */
  version: number;
  /** The hash of the latest entry; the next one chains to it. */
  headHash: Buffer;
  frozen: boolean;
  /** The part of a user's balance that is reserved for holds. */
  held: number;
  /** A user's debt to the service, a lien on the balance. */
  owed: number;
  /** When the first thing on this account lapses; `null` if nothing does. May be too early, never too late. */
  lapsesAt: Date | null;
  /** `lapsesAt` differs from the row and is to be written with the next change of the account. */
  hasNewLapse?: true;
  /** 16 random bytes that belong to the user; `null` for a system account. */
  salt: Buffer | null;
  /** The smallest and the largest amount that a leg in this asset may move. */
  minAmount: number;
  maxAmount: number;
  /** Users can no longer be credited in this asset. */
  assetRetired: boolean;
}

type Row = Pick<
  AccountEntity,
  'shard' | 'id' | 'ownerKind' | 'ownerId' | 'asset' | 'balance' | 'version' | 'held' | 'owed' | 'headHash'
> &
  Record<'minAmount' | 'maxAmount', string> &
  Pick<LockedAccount, 'frozen' | 'lapsesAt' | 'salt'> & { assetRetired: AssetEntity['retired'] };

/**
 * Locks the accounts at these addresses until the end of the transaction and reads them. Accounts that do not exist are missing
 * from the result.
 *
 * Deadlock freedom depends on this order: every batch takes its idempotency keys first, then its accounts, each of them sorted.
 * `ORDER BY` below `FOR UPDATE` locks row after row in that order (PostgreSQL documentation, SELECT, "The Locking Clause"), and
 * the sort columns never change.
 *
 * Every account has an asset. The LEFT JOIN only keeps the planner from joining assets with the addresses first: in a young
 * database it then read all accounts of an asset for each address (65 ms among 3,000 accounts instead of 2).
 *
 * Only accounts are locked; assets are read as of the start of the statement. A posting sent after a limit change or a retirement
 * was answered therefore sees it, and such a change never waits for postings.
 */
export async function lockAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<LockedAccount[]> {
  // Citus refuses a lock that names no shard.
  return addresses.length === 0 ? [] : select(queryRunner, addresses, lockStatement);
}

/** Reads the accounts at these addresses as `lockAccounts` does, without locking them. */
export function peekAtAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<LockedAccount[]> {
  return select(queryRunner, addresses, (dataSource) => accountQuery(dataSource).getQuery());
}

async function select(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
  statementOf: (dataSource: DataSource) => string,
): Promise<LockedAccount[]> {
  const { shards, distinctShards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  // mutant: account read
  const rows = await queryRunner.manager.query<Row[]>(statementOf(queryRunner.dataSource), [
    shards,
    ownerKinds,
    ownerIds,
    assets,
    distinctShards,
  ]);
  return rows.map((row) => ({
    shard: row.shard,
    id: row.id,
    owner: { kind: row.ownerKind, id: row.ownerId },
    asset: row.asset,
    balance: BigInt(row.balance),
    version: exactInteger(row.version),
    headHash: row.headHash,
    frozen: row.frozen,
    held: exactInteger(row.held),
    owed: exactInteger(row.owed),
    lapsesAt: row.lapsesAt,
    salt: row.salt,
    minAmount: exactInteger(row.minAmount),
    maxAmount: exactInteger(row.maxAmount),
    assetRetired: row.assetRetired,
  }));
}

const statements = new WeakMap<DataSource, string>();

/** Built once: building it in TypeORM takes longer than locking a few accounts in PostgreSQL. */
function lockStatement(dataSource: DataSource): string {
  let statement = statements.get(dataSource);
  if (statement === undefined) {
    statement = accountQuery(dataSource)
      // mutant: account lock
      .setLock('pessimistic_write', undefined, ['account'])
      .getQuery();
    statements.set(dataSource, statement);
  }
  return statement;
}

function accountQuery(dataSource: DataSource): SelectQueryBuilder<AccountEntity> {
  return dataSource
    .createQueryBuilder(AccountEntity, 'account')
    .leftJoin(AssetEntity, 'asset', 'asset.code = account.asset')
    .leftJoin(
      UserSaltEntity,
      'salts',
      `salts.shard = account.shard AND salts.userId = account.ownerId AND account.ownerKind = 'user'
         AND salts.shard = ANY (CAST($5 AS smallint[]))`,
    )
    .select([
      'account.shard AS "shard"',
      'account.id AS "id"',
      'account.ownerKind AS "ownerKind"',
      'account.ownerId AS "ownerId"',
      'account.asset AS "asset"',
      'account.balance AS "balance"',
      'account.version AS "version"',
      'account.held AS "held"',
      'account.owed AS "owed"',
      'account.headHash AS "headHash"',
      // Computed by PostgreSQL: the driver returns null for a time it cannot parse.
      'account.frozenAt IS NOT NULL AS "frozen"',
      'account.lapsesAt AS "lapsesAt"',
      'salts.salt AS "salt"',
      'asset.minAmount AS "minAmount"',
      'asset.maxAmount AS "maxAmount"',
      'asset.retired AS "assetRetired"',
    ])
    .where(
      `account.shard = ANY (CAST($5 AS smallint[])) AND (account.shard, account.ownerKind, account.ownerId, account.asset) IN (
         SELECT * FROM unnest(CAST($1 AS smallint[]), CAST($2 AS text[]), CAST($3 AS text[]), CAST($4 AS text[]))
       )`,
    )
    .orderBy('account.shard')
    .addOrderBy('account.id');
}
