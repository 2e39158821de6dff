import { ShardMap } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOfNobody, hashPassword, isOutdated, isPasswordOf } from './passwords/password-hash.js';
import { WaitingRoom } from './passwords/waiting-room.js';
import { PlayersError } from './players-error.js';
import { UserRegistration } from './user-registration.js';

export interface Credentials {
  userId: string;
  password: string;
}

/** Two cores' worth of passwords at once, and as many waiting as are served within a few seconds. */
const limits = { inside: 2, waiting: 20 };

/** Players with a password of their own. */
@Injectable()
export class Players {
  private readonly room = new WaitingRoom(limits);

  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
    private readonly registration: UserRegistration,
  ) {}

  /**
   * Makes a player of an id that nobody has. Throws PlayersError: `user-exists` if somebody has it, even if only by an
   * account that a game opened, and `overloaded`. Any other rejection leaves open whether there is a player now; a login
   * tells, and completes what was begun.
   */
  async signUp({ userId, password }: Credentials): Promise<void> {
    // Asked first because it is cheap, and once more where it counts: in the transaction.
    if (await this.registration.isTaken(userId)) throw userExists(userId);
    const hash = await this.room.enter(() => hashPassword(password));
    const registered = await this.registration.registerNew({ userId, metadata: {} }, async (queryRunner) => {
      await queryRunner.query(`INSERT INTO players (shard, user_id, password_hash) VALUES ($1, $2, $3)`, [
        this.shards.of(userId),
        userId,
        hash,
      ]);
    });
    if (!registered) throw userExists(userId);
    await this.complete(userId);
  }

  /**
   * Whether this is a player's password. For an id that no player has it takes the same work to say no. Throws PlayersError
   * `overloaded`.
   */
  async logIn({ userId, password }: Credentials): Promise<boolean> {
    const player = await this.find(userId);
    const matches = await this.room.enter(() => isPasswordOf(player?.hash ?? hashOfNobody, password));
    if (!matches || !player) return false;
    if (isOutdated(player.hash)) await this.renew({ userId, password, outdated: player.hash });
    if (!player.complete) {
      // The sign-up was cut off after the player was there, and before all was there that a new player gets.
      await this.registration.register({ userId, metadata: {} });
      await this.complete(userId);
    }
    return true;
  }

  private async find(userId: string): Promise<{ hash: string; complete: boolean } | undefined> {
    const [player] = await this.dataSource.query<{ hash: string; complete: boolean }[]>(
      `SELECT password_hash AS hash, complete FROM players WHERE shard = $1 AND user_id = $2`,
      [this.shards.of(userId), userId],
    );
    return player;
  }

  private async complete(userId: string): Promise<void> {
    await this.dataSource.query(`UPDATE players SET complete = true WHERE shard = $1 AND user_id = $2`, [
      this.shards.of(userId),
      userId,
    ]);
  }

  /** The password is at hand only while its player logs in: the moment to hash it as is done today. */
  private async renew({ userId, password, outdated }: Credentials & { outdated: string }): Promise<void> {
    const hash = await this.room.enter(() => hashPassword(password));
    await this.dataSource.query(
      `UPDATE players SET password_hash = $3 WHERE shard = $1 AND user_id = $2 AND password_hash = $4`,
      [this.shards.of(userId), userId, hash, outdated],
    );
  }
}

function userExists(userId: string): PlayersError {
  return new PlayersError('user-exists', `There is a user ${userId} already.`);
}
