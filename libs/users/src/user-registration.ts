import { randomUUID } from 'node:crypto';
import { Accounts, ShardMap } from '@app/accounts';
import { AtomicWork, LedgerUnavailableError } from '@app/ledger';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isKnownUser, type UserPlace } from './known-user.js';
import { openWallet } from './open-wallet.js';
import { Welcome } from './welcome.js';

export interface NewUser {
  userId: string;
  metadata: Record<string, unknown>;
}

/** Ends the transaction of a registration that must not be; nobody outside sees it. */
class NotNewError extends Error {}

/**
 * Makes users known before their first credit: an account in every asset, and the welcome grant. The grant is a transaction
 * of its own, after the registration: who crashes between the two and asks again completes it.
 *
 * All methods reject with LedgerUnavailableError when the database cannot say; asking again settles it.
 */
@Injectable()
export class UserRegistration {
  private readonly logger = new Logger(UserRegistration.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly atomicWork: AtomicWork,
    private readonly accounts: Accounts,
    private readonly shards: ShardMap,
    private readonly welcome: Welcome,
  ) {}

  /**
   * Registers a user, or finds that it was registered before and leaves its metadata as it is. Either way it then has an
   * account in every asset, and the welcome grant. A user who was only credited so far is registered like a new one.
   */
  async register(user: NewUser): Promise<{ created: boolean }> {
    const registration = randomUUID();
    const place = this.placeOf(user.userId);
    const created = await this.atomicWork.run(async (queryRunner) => {
      const claimed = await claimId(queryRunner, { ...place, ...user, registration });
      await openWallet(queryRunner, this.accounts, place);
      return claimed !== 'taken';
    });
    await this.welcome.pay(user.userId);
    return { created };
  }

  /**
   * Registers a user only if nobody has the id yet, neither by registration nor by a credit; else answers `false`, and nothing
   * happened. `also` writes, in the same transaction, what has to be there if and only if the registration is; with
   * `false` it calls the registration off. After a failure that will pass it runs again.
   *
   * A grant that cannot be paid at the moment is paid by a later `register`: to ask for a new registration again would be
   * of no use, for the id is taken then.
   */
  async registerNew(
    user: NewUser,
    also: (queryRunner: QueryRunner) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<boolean> {
    const registration = randomUUID();
    const place = this.placeOf(user.userId);
    try {
      await this.atomicWork.run(async (queryRunner) => {
        const claimed = await claimId(queryRunner, { ...place, ...user, registration });
        if (claimed === 'committed') return;
        if (claimed === 'taken' || !(await also(queryRunner))) throw new NotNewError();
        // An account that was there already, or that somebody opened while this waited for it, is somebody's.
        const { addresses, opened } = await openWallet(queryRunner, this.accounts, place);
        if (opened < addresses.length) throw new NotNewError();
      });
    } catch (error) {
      if (error instanceof NotNewError) return false;
      throw error;
    }
    await this.payWelcomeOrLater(user.userId);
    return true;
  }

  /** Whether `registerNew` would refuse this id now. */
  isTaken(userId: string): Promise<boolean> {
    return isKnownUser(this.dataSource, this.placeOf(userId));
  }

  private async payWelcomeOrLater(userId: string): Promise<void> {
    try {
      await this.welcome.pay(userId);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      this.logger.warn(`a user was registered, but the welcome grant is outstanding: ${error.code}`);
    }
  }

  private placeOf(userId: string): UserPlace {
    return { shard: this.shards.of(userId), userId };
  }
}

/**
 * Takes the id for this registration. `committed`: an earlier run of the same registration did so, and its COMMIT succeeded
 * although the answer was lost. An insert waits for another one of the same id, and then cannot see it in the same
 * statement (PostgreSQL documentation, 13.2.1 Read Committed).
 *
 * Comes before the accounts are opened, always, so that registrations wait for each other in one direction only; nothing
 * but a registration locks a row of `users`.
 */
async function claimId(
  queryRunner: QueryRunner,
  { shard, userId, metadata, registration }: UserPlace & NewUser & { registration: string },
): Promise<'claimed' | 'committed' | 'taken'> {
  const claimed = await queryRunner.manager.query<unknown[]>(
    `INSERT INTO users (shard, id, registration, metadata, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    [shard, userId, registration, JSON.stringify(metadata), new Date().toISOString()],
  );
  if (claimed.length > 0) return 'claimed';
  const [row] = await queryRunner.manager.query<{ registration: string }[]>(
    `SELECT registration FROM users WHERE shard = $1 AND id = $2`,
    [shard, userId],
  );
  return row?.registration === registration ? 'committed' : 'taken';
}
