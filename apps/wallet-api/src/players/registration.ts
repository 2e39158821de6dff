import { Accounts, AccountsModule, Assets, ShardMap } from '@app/accounts';
import { type NewUser, UserRegistration } from '@app/players';
import { Injectable, Module } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

/** Says that the transaction is to be rolled back; nobody outside sees it. */
class UserTakenError extends Error {}

/** Registers a user by opening an account in every asset. */
@Injectable()
export class OpenEveryAccount extends UserRegistration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly assets: Assets,
    private readonly shards: ShardMap,
  ) {
    super();
  }

  async register({ userId }: NewUser): Promise<{ created: boolean }> {
    const created = !(await this.isTaken(userId));
    await this.dataSource.transaction((manager) => this.open(userId, manager.queryRunner));
    return { created };
  }

  async registerNew(
    { userId }: NewUser,
    alongside: (queryRunner: QueryRunner) => Promise<void>,
  ): Promise<boolean> {
    if (await this.isTaken(userId)) return false;
    try {
      await this.dataSource.transaction(async ({ queryRunner }) => {
        await this.open(userId, queryRunner);
        // A first credit at the same moment has opened its account before us: then it is somebody's.
        if (await this.hasAccount(userId, { sinceVersion: 1 })) throw new UserTakenError();
        if (queryRunner) await alongside(queryRunner);
      });
      return true;
    } catch (error) {
      if (error instanceof UserTakenError) return false;
      throw error;
    }
  }

  isTaken(userId: string): Promise<boolean> {
    return this.hasAccount(userId, { sinceVersion: 0 });
  }

  private async open(userId: string, queryRunner: QueryRunner | undefined): Promise<void> {
    const assets = await this.assets.list();
    const owner = { kind: 'user', id: userId } as const;
    const shard = this.shards.of(userId);
    if (!queryRunner) throw new Error('accounts are opened in a transaction only');
    await this.accounts.open(
      queryRunner,
      assets.map(({ code }) => ({ shard, owner, asset: code })),
      new Date(),
    );
  }

  private async hasAccount(userId: string, { sinceVersion }: { sinceVersion: number }): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM accounts
       WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND version >= $3 LIMIT 1`,
      [this.shards.of(userId), userId, sinceVersion],
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
