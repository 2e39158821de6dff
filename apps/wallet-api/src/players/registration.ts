import { Accounts, AccountsModule, Assets, ShardMap } from '@app/accounts';
import { UserRegistration } from '@app/players';
import { Injectable, Module } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

/** Says that the transaction is to be rolled back; nobody outside sees it. */
class NotNewError extends Error {}

/** Registers a user by opening an account in every asset. */
@Injectable()
export class OpenEveryAccount extends UserRegistration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly known: Assets,
    private readonly shards: ShardMap,
  ) {
    super();
  }

  async registerNew(userId: string, also: (queryRunner: QueryRunner) => Promise<boolean>): Promise<boolean> {
    const assets = await this.known.list();
    await using queryRunner = this.dataSource.createQueryRunner();
    await queryRunner.startTransaction();
    try {
      if (await this.hasAccount(queryRunner, userId)) throw new NotNewError();
      if (!(await also(queryRunner))) throw new NotNewError();
      const owner = { kind: 'user', id: userId } as const;
      const shard = this.shards.of(userId);
      await this.accounts.open(
        queryRunner,
        assets.map(({ code }) => ({ shard, owner, asset: code })),
        new Date(),
      );
      // A first credit at the same moment has opened its account before us: then it is somebody's.
      if (await this.hasAccount(queryRunner, userId, { credited: true })) throw new NotNewError();
      await queryRunner.commitTransaction();
      return true;
    } catch (error) {
      await queryRunner.rollbackTransaction();
      if (error instanceof NotNewError) return false;
      throw error;
    }
  }

  private async hasAccount(
    queryRunner: QueryRunner,
    userId: string,
    { credited = false } = {},
  ): Promise<boolean> {
    const rows = await queryRunner.manager.query<unknown[]>(
      `SELECT FROM accounts
       WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND version >= $3 LIMIT 1`,
      [this.shards.of(userId), userId, credited ? 1 : 0],
    );
    return rows.length > 0;
  }
}

@Module({
  imports: [AccountsModule],
  providers: [{ provide: UserRegistration, useClass: OpenEveryAccount }],
  exports: [UserRegistration],
})
export class RegistrationModule {}
