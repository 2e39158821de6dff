import { randomUUID } from 'node:crypto';
import { ShardMap, ShardPlacement } from '@app/accounts';
import { TransactionRunner, UnavailableError } from '@app/database';
import { Recorder } from '@app/ledger';
import { Injectable, Logger } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { isKnownUser, type UserPlace } from './known-user.js';
import { openWallet } from './open-wallet.js';
import { Welcome } from './welcome.js';

export interface NewUser {
  userId: string;
  metadata: Record<string, unknown>;
}

/** Rolls back a registration of a taken id; `registerNew` catches it. */
class NotNewError extends Error {}

/**
 * Registers users before their first credit: an account in every asset, and the welcome grant. The grant is a separate
 * transaction after the registration; a retry after a crash between the two completes it.
 *
 * All methods reject with UnavailableError if the outcome is unknown; a retry is safe.
 */
@Injectable()
export class UserRegistration {
  private readonly logger = new Logger(UserRegistration.name);

  constructor(
    private readonly placement: ShardPlacement,
    private readonly transactions: TransactionRunner,
    private readonly recorder: Recorder,
    private readonly shards: ShardMap,
    private readonly welcome: Welcome,
  ) {}

  /**
   * Registers a user, or finds it registered and keeps its metadata. Either way the user then has an account in every asset, and
   * the welcome grant. A user who has only been credited is registered like a new one.
   */
  async register(user: NewUser): Promise<{ created: boolean }> {
    const registration = randomUUID();
    const place = this.placeOf(user.userId);
    const created = await this.transactions.run(place.shard, async (queryRunner) => {
      await this.openWallet(queryRunner, place);
      return (await this.claimId(queryRunner, { ...place, ...user, registration })) !== 'taken';
    });
    await this.welcome.pay(user.userId);
    return { created };
  }

  /**
   * Registers a user only if the id is free: neither registered nor credited before. Otherwise resolves to `false` and changes
   * nothing. `alongside` writes, in the same transaction, rows that must exist if and only if the registration does. It may run
   * again after a transient failure.
   *
   * If the grant cannot be paid now, a later `register` pays it. Calling `registerNew` again would not help: the id is taken by
   * then.
   */
  async registerNew(
    user: NewUser,
    alongside: (queryRunner: QueryRunner) => Promise<void> = () => Promise.resolve(),
  ): Promise<boolean> {
    const registration = randomUUID();
    const place = this.placeOf(user.userId);
    try {
      await this.transactions.run(place.shard, async (queryRunner) => {
        const { addresses, opened } = await this.openWallet(queryRunner, place);
        const claimed = await this.claimId(queryRunner, { ...place, ...user, registration });
        if (claimed === 'committed') return;
        // An account that existed before, or that a concurrent credit opened first, is in use.
        if (claimed === 'taken' || opened < addresses.length) throw new NotNewError();
        await alongside(queryRunner);
      });
    } catch (error) {
      if (error instanceof NotNewError) return false;
      throw error;
    }
    await this.payWelcomeOrLater(user.userId);
    return true;
  }

  /** Whether `registerNew` would reject this id now. */
  isTaken(userId: string): Promise<boolean> {
    const place = this.placeOf(userId);
    return isKnownUser(this.placement.of(place.shard).dataSource, place);
  }

  private async payWelcomeOrLater(userId: string): Promise<void> {
    try {
      await this.welcome.pay(userId);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      this.logger.warn(`a user was registered, but the welcome grant is still unpaid: ${error.code}`);
    }
  }

  private async openWallet(queryRunner: QueryRunner, place: UserPlace) {
    return openWallet(queryRunner, place, await this.recorder.now(queryRunner));
  }

  /**
   * Claims the id for this registration. `committed`: an earlier run of the same registration claimed it, and its COMMIT
   * succeeded although the answer was lost. The head of the shard is locked first, so a concurrent registration of the same id
   * has ended. ON CONFLICT DO NOTHING, because an error would abort the transaction, which continues after `taken`.
   */
  private async claimId(
    queryRunner: QueryRunner,
    { shard, userId, metadata, registration }: UserPlace & NewUser & { registration: string },
  ): Promise<'claimed' | 'committed' | 'taken'> {
    const next = await this.recorder.nextPlace(queryRunner, shard);
    const claimed = await queryRunner.manager.query<unknown[]>(
      `INSERT INTO users (shard, id, registration, metadata, created_at, place) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (shard, id) DO NOTHING RETURNING id`,
      [shard, userId, registration, JSON.stringify(metadata), next.lastAt.toISOString(), next.last],
    );
    if (claimed.length > 0) {
      await this.recorder.take(queryRunner, next);
      return 'claimed';
    }
    const [row] = await queryRunner.manager.query<{ registration: string }[]>(
      `SELECT registration FROM users WHERE shard = $1 AND id = $2`,
      [shard, userId],
    );
    return row?.registration === registration ? 'committed' : 'taken';
  }

  private placeOf(userId: string): UserPlace {
    return { shard: this.shards.of(userId), userId };
  }
}
